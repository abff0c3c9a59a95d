import { GitError } from '../errors.ts';
import type { LineRange } from '../model/report.ts';
import { quoted } from './describe-output.ts';
import { decodePath } from './path-text.ts';

const lineFeed = 10;
const hunkHeader = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const newPathPrefix = '+++ ';

/**
 * The lines of the new side that a patch adds or changes, by path, as `decodePath` gives it. Files without such lines
 * are not there.
 *
 * Neither what stands in a file nor its name can pass for a line of the patch: a hunk's header says how many lines
 * belong to it, and these are passed over without being looked at; and git quotes a name that holds a line feed
 * (git-diff(1), "Generating patch text with -p").
 *
 * @param patch made with `--unified=0`, `--dst-prefix=b/` and `core.quotePath`
 * @throws GitError where it has another form
 */
export function parsePatch(patch: Buffer): ReadonlyMap<string, readonly LineRange[]> {
  const changed = new Map<string, LineRange[]>();
  const lines = createLineReader(patch);
  let ranges: LineRange[] = [];
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.startsWith('diff --git ')) ranges = [];
    else if (line.startsWith(newPathPrefix)) {
      const path = readNewPath(line.slice(newPathPrefix.length));
      if (path !== null) changed.set(path, ranges);
    } else if (line.startsWith('@@')) {
      const [, removed = '1', start, added = '1'] = hunkHeader.exec(line) ?? [];
      if (start === undefined) throw unknownForm(line);
      if (Number(added) > 0) ranges.push({ line: Number(start), endLine: Number(start) + Number(added) - 1 });
      lines.skip(Number(removed) + Number(added));
    }
  }
  for (const [path, found] of changed) if (found.length === 0) changed.delete(path);
  return changed;
}

interface LineReader {
  readonly next: () => string | null;
  /** Passes over so many lines of a hunk, and what git says of a last one without a line feed. */
  readonly skip: (count: number) => void;
}

function createLineReader(bytes: Buffer): LineReader {
  let start = 0;
  const endOfLine = () => {
    const end = bytes.indexOf(lineFeed, start);
    return end === -1 ? bytes.length : end;
  };
  return {
    next: () => {
      if (start >= bytes.length) return null;
      const end = endOfLine();
      const line = bytes.toString('latin1', start, end);
      start = end + 1;
      return line;
    },
    skip: (count) => {
      for (let left = count; left > 0; ) {
        if (start >= bytes.length) throw new GitError('A patch of git ends in the middle of a change.');
        // "\ No newline at end of file" belongs to the line before it and is not counted.
        if (bytes[start] !== backslash) left -= 1;
        start = endOfLine() + 1;
      }
    },
  };
}

const backslash = '\\'.charCodeAt(0);

/** The path behind `+++ `; `null` for `/dev/null`. A tab ends a path with spaces. */
function readNewPath(text: string): string | null {
  const name = text.replace(/\t$/, '');
  if (name === '/dev/null') return null;
  const bytes = name.startsWith('"') ? unquote(name) : Buffer.from(name, 'latin1');
  if (bytes.toString('latin1', 0, 2) !== 'b/') throw unknownForm(text);
  return decodePath(bytes.subarray(2)).text;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A name as git quotes it: in double quotes, with the escapes of C, bytes above ASCII in octal. */
function unquote(name: string): Buffer {
  const inner = /^"(.*)"$/s.exec(name)?.[1];
  if (inner === undefined) throw unknownForm(name);
  const text = inner.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
  return Buffer.from(text, 'latin1');
}

function unknownForm(line: string): GitError {
  return new GitError(`A patch of git has a line of unknown form: ${quoted(line)}.`);
}
