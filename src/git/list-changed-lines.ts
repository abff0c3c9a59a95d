import type { LineRange } from '../model/report.ts';
import { gitFailure } from './describe-output.ts';
import type { Head } from './list-changed-files.ts';
import { parsePatch } from './parse-patch.ts';
import type { Environment, Repository } from './repository.ts';
import { indexVariables, withWorkingTreeIndex } from './working-tree-index.ts';

/** A changed file whose lines are asked for. */
export interface ComparedPaths {
  /** On the head side. */
  readonly path: string;
  /** Where it was renamed from, else `null`. */
  readonly oldPath: string | null;
}

/**
 * A patch that looks the same for everybody, whatever the configuration and `.gitattributes` say: a file cannot take
 * itself out by calling itself binary (`--text`). What is unmerged has an entry of its own beside the file's.
 */
const patchCommand = [
  '-c',
  'core.quotePath=true',
  'diff',
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  '--text',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--submodule=short',
  '--ignore-submodules=all',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--diff-filter=du',
  '--find-renames=50%',
  '-l1000',
];

/** Systems take about 128 KiB of arguments at the least; paths are UTF-8. */
const longestArguments = 60_000;

/**
 * The new and changed lines of files on the head side, by path, in the order of the file: all lines of a new file,
 * none of one that was only moved. Files without any are not there. A renamed file is compared with what it was.
 *
 * @param base full hash of a commit or tree
 * @throws GitError where git fails
 */
export async function listChangedLines(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: Head },
  files: readonly ComparedPaths[],
): Promise<ReadonlyMap<string, readonly LineRange[]>> {
  const changed = new Map<string, readonly LineRange[]>();
  for (const paths of inBatches(files)) {
    const patch = await diffWith(repository, { base, head }, paths);
    for (const [path, ranges] of parsePatch(patch)) changed.set(path, ranges);
  }
  return changed;
}

/** Both paths of a renamed file stay together, so that git sees the rename. */
function inBatches(files: readonly ComparedPaths[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let room = 0;
  for (const { path, oldPath } of files) {
    const paths = oldPath === null ? [path] : [oldPath, path];
    const length = Buffer.byteLength(paths.join(' ')) + 1;
    if (batches.length === 0 || length > room) {
      batches.push([]);
      room = longestArguments;
    }
    batches.at(-1)?.push(...paths);
    room -= length;
  }
  return batches;
}

function diffWith(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: Head },
  paths: readonly string[],
): Promise<Buffer> {
  if (head.kind === 'commit') return diff(repository, [base, head.commit], paths);
  if (head.kind === 'index') return diff(repository, ['--cached', base], paths, indexVariables(repository));
  return withWorkingTreeIndex(repository, (variables) => diff(repository, [base], paths, variables));
}

async function diff(
  repository: Repository,
  sides: readonly string[],
  paths: readonly string[],
  environment: Environment = {},
): Promise<Buffer> {
  const result = await repository.run([...patchCommand, ...sides, '--', ...paths], { environment });
  if (result.exitCode !== 0) throw gitFailure('The changed lines could not be listed.', result);
  return result.stdout;
}
