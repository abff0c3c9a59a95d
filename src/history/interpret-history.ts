import type { HistoryCommit } from '../model/history.ts';
import { listMoves } from './list-moves.ts';

/** A commit with the source files that it changed, by the names that they have now. */
export interface PastCommit {
  readonly author: string;
  /** Each once. */
  readonly files: readonly string[];
  /** Count of all paths that it changed, of any type. */
  readonly breadth: number;
}

/** What happened to those source files that were looked up and stand. */
export interface Past {
  /** The newest first; those that changed one of these files. */
  readonly commits: readonly PastCommit[];
  /** Bytes by path, of each of these files. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The name that a file has now, by one that it has or had; the same name where it is not known. */
  readonly nameOf: (path: string) => string;
}

/** What the history is read for. */
export interface HistoryRequest {
  readonly commits: readonly HistoryCommit[];
  /** Bytes by path of what stands at the newest commit; a path that is left out is gone, or was not looked up. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Whether a path counts at all. */
  readonly isSource: (path: string) => boolean;
}

/**
 * Follows files through their moves, so that what was done to a file counts under its name of now. A path that
 * stands at the newest commit is that file, whatever it was before; any other is looked for where it went, by its
 * last move. Pure.
 */
export function interpretHistory({ commits, sizes, isSource }: HistoryRequest): Past {
  const nameOf = followMoves(commits, (path) => sizes.has(path));
  const sources = new Map<string, boolean>();
  const isKept = (path: string) => {
    const known = sources.get(path) ?? (sizes.has(path) && isSource(path));
    sources.set(path, known);
    return known;
  };
  const past = commits.map(({ author, changes }) => {
    const files = new Set(changes.map(({ path }) => nameOf(path)).filter(isKept));
    return { author, files: [...files], breadth: changes.length };
  });
  return {
    commits: past.filter(({ files }) => files.length > 0),
    sizes: new Map([...sizes].filter(([path]) => sources.get(path) === true)),
    nameOf,
  };
}

function followMoves(
  commits: readonly HistoryCommit[],
  stands: (path: string) => boolean,
): (path: string) => string {
  const movedTo = new Map<string, string>();
  for (const commit of commits) {
    for (const { from, to } of listMoves(commit)) {
      if (!movedTo.has(from)) movedTo.set(from, to);
    }
  }
  return (path) => {
    const seen = new Set<string>();
    let name = path;
    while (!stands(name) && !seen.has(name)) {
      seen.add(name);
      name = movedTo.get(name) ?? name;
    }
    return stands(name) ? name : path;
  };
}
