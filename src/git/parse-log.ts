import { GitError } from '../errors.ts';
import type { HistoryCommit, PathChange } from '../model/history.ts';
import { quoted } from './describe-output.ts';
import { decodePath, type PathText } from './path-text.ts';

/** The format that the parser reads: the `@` tells a commit from the status of a path. */
export const logFormat = '@%H %ct %ae';

/** A commit as the log lists it. */
export interface LoggedCommit extends HistoryCommit {
  readonly hash: string;
  /** When it was committed, in seconds since 1970. */
  readonly time: number;
}

/** Takes the fields of a log one after the other. */
export interface LogParser {
  /**
   * The commit that this field begins, whose changes are filled in as further fields come; else `null`.
   * @throws GitError for a field of unknown form
   */
  readonly take: (field: Buffer) => LoggedCommit | null;
  readonly inexactPaths: ReadonlySet<string>;
}

const header = /^@([0-9a-f]{40,64}) (\d+) (.*)$/s;
const status = /^\n?([A-Z])\d*$/;
const kinds: Readonly<Record<string, PathChange['kind']>> = { A: 'added', D: 'deleted', R: 'renamed' };

/**
 * Parses `git log -z --name-status --format=<logFormat>` (git-log(1), "Raw output format"): which field is a
 * path is told by what came before, so that no name of a file can be taken for anything else.
 */
export function createLogParser(): LogParser {
  const inexactPaths = new Set<string>();
  const readPath = createPathReader(inexactPaths);
  let changes: PathChange[] = [];
  let kind: PathChange['kind'] = 'modified';
  let oldPath: string | null = null;
  let pathsToCome = 0;

  function takePath(field: Buffer): void {
    pathsToCome -= 1;
    const path = readPath(field);
    if (pathsToCome > 0) {
      oldPath = path;
      return;
    }
    changes.push({ kind, path, oldPath });
    oldPath = null;
  }

  function takeStatus(text: string): void {
    const [, letter] = status.exec(text) ?? [];
    if (letter === undefined)
      throw new GitError(`The history has an entry of unknown form: ${quoted(text)}.`);
    kind = kinds[letter] ?? 'modified';
    pathsToCome = kind === 'renamed' ? 2 : 1;
  }

  return {
    inexactPaths,
    take: (field) => {
      if (pathsToCome > 0) {
        takePath(field);
        return null;
      }
      const text = field.toString();
      const [, hash, time, author = ''] = header.exec(text) ?? [];
      if (hash === undefined) {
        takeStatus(text);
        return null;
      }
      changes = [];
      return { hash, time: Number(time), author: author.toLowerCase(), changes };
    },
  };
}

/** Most paths of a log come again and again: each is decoded, and held, once. */
function createPathReader(inexactPaths: Set<string>): (field: Buffer) => string {
  const known = new Map<string, PathText>();
  return (field) => {
    const key = field.toString('latin1');
    const decoded = known.get(key) ?? decodePath(field);
    known.set(key, decoded);
    if (!decoded.isExact) inexactPaths.add(decoded.text);
    return decoded.text;
  };
}
