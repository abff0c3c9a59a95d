import { execFileSync } from 'node:child_process';
import { type TestRepository, testEnvironment } from './create-repository.ts';

/** What stands at a path of a commit: content, a link to somewhere, a submodule, or nothing any more. */
export type Entry =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly submodule: string }
  | { readonly sameAs: string }
  | null;

/** Entries by path. A path is text, or `bytesOf` bytes that need not be UTF-8. */
export type Tree = ReadonlyMap<string | Buffer, Entry>;

/** Quotes a path as git does (git-fast-import(1), "M"): every byte in octal, so that none means anything. */
function quote(path: string | Buffer): string {
  const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`;
  return `"${[...Buffer.from(path)].map(octal).join('')}"`;
}

function* changes(tree: Tree): Generator<string | Buffer> {
  for (const [path, entry] of tree) {
    if (entry === null) yield `D ${quote(path)}\n`;
    else if (Buffer.isBuffer(entry) || typeof entry === 'string') yield* change('100644', path, entry);
    else if ('link' in entry) yield* change('120000', path, entry.link);
    else if ('submodule' in entry) yield `M 160000 ${entry.submodule} ${quote(path)}\n`;
    else yield `R ${quote(entry.sameAs)} ${quote(path)}\n`;
  }
}

function* change(mode: string, path: string | Buffer, content: string | Buffer): Generator<string | Buffer> {
  const bytes = Buffer.from(content);
  yield `M ${mode} inline ${quote(path)}\ndata ${bytes.length}\n`;
  yield bytes;
  yield '\n';
}

let time = 1_700_100_000;

/**
 * Adds a commit to a branch without a working tree, so that paths may be any bytes; the first one of a branch begins a
 * history of its own where `from` is left out. Gives the full hash.
 */
export function importCommit(
  { root, git }: TestRepository,
  branch: string,
  tree: Tree,
  from?: string,
): string {
  time += 60;
  const author = `Ada <ada@example.com> ${time} +0000`;
  const head = `commit refs/heads/${branch}\ncommitter ${author}\ndata 1\nx\n`;
  const parent = from === undefined ? '' : `from ${from}\n`;
  const parts = [head, parent, ...changes(tree), '\n'].map((part) => Buffer.from(part));
  execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: root,
    env: testEnvironment(),
    input: Buffer.concat(parts),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return git('rev-parse', `refs/heads/${branch}`);
}
