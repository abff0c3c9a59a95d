import { interpretHistory, type Past } from '../../src/history/interpret-history.ts';
import type { HistoryCommit, PathChange } from '../../src/model/history.ts';

const modified = (path: string): PathChange => ({ kind: 'modified', path, oldPath: null });
export const added = (path: string): PathChange => ({ kind: 'added', path, oldPath: null });
export const deleted = (path: string): PathChange => ({ kind: 'deleted', path, oldPath: null });
export const renamed = (oldPath: string, path: string): PathChange => ({ kind: 'renamed', path, oldPath });

/** A commit of Ada's that changed these files. */
export const commitOf = (...changes: readonly (PathChange | string)[]): HistoryCommit => ({
  author: 'ada@example.com',
  changes: changes.map((change) => (typeof change === 'string' ? modified(change) : change)),
});

/** The same commit so many times. */
export const times = (count: number, ...changes: readonly (PathChange | string)[]): HistoryCommit[] =>
  Array.from({ length: count }, () => commitOf(...changes));

/** What happened to files of the given sizes, all of them source files. */
export function pastOf(commits: readonly HistoryCommit[], sizes: Readonly<Record<string, number>>): Past {
  return interpretHistory({ commits, sizes: new Map(Object.entries(sizes)), isSource: () => true });
}
