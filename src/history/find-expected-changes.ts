import type { ExpectedChange } from '../model/report.ts';
import { compareText } from '../score/index.ts';
import type { Past } from './interpret-history.ts';

/** Files have to have changed together in at least so many commits. */
export const minSharedCommits = 8;

/** And in at least so many per cent of the commits that changed the one that changes now. */
const minCouplingDegree = 70;

/** A commit that changes more files, such as a rename or a new format, says nothing of what belongs together. */
const maxCoupledFiles = 30;

/** A report says so many of the closest ones. */
export const maxExpectedChanges = 5;

/** Two files that change together, as seen from `path`; by their names of now. */
export type Coupling = ExpectedChange;

/** What changes now. */
export interface ChangeNow {
  /** The files whose content changes: by the name that history knows them by, and by the one to be shown. */
  readonly edited: readonly { readonly name: string; readonly path: string }[];
  /** Names of now of all files that changed, in any way. */
  readonly changed: readonly string[];
}

/**
 * The files that changed together with each of `paths` often enough to be expected with it, the closest first; by
 * shared commits and degree as CodeScene's documentation describes change coupling. Commits that change more than
 * 30 files do not count. Pure.
 *
 * @param paths names of now
 */
export function findCouplings(past: Past, paths: readonly string[]): readonly Coupling[] {
  return [...new Set(paths)].flatMap((path) => couplingsOf(past, path)).sort(closestFirst);
}

/**
 * The changes that history lets expect and that are not there: files that mostly change together with an edited
 * one, and now did not, the closest first. Each is said once, for the file that it is closest to. Pure.
 */
export function findExpectedChanges(past: Past, { edited, changed }: ChangeNow): readonly ExpectedChange[] {
  const paths = new Map(edited.map(({ name, path }) => [name, path]));
  const said = new Set(changed);
  return findCouplings(past, [...paths.keys()]).flatMap((coupling) => {
    if (said.has(coupling.expectedPath)) return [];
    said.add(coupling.expectedPath);
    return [{ ...coupling, path: paths.get(coupling.path) ?? coupling.path }];
  });
}

function couplingsOf(past: Past, path: string): readonly Coupling[] {
  const commits = past.commits.filter(
    ({ files, breadth }) => breadth <= maxCoupledFiles && files.includes(path),
  );
  if (commits.length < minSharedCommits) return [];
  const shared = new Map<string, number>();
  for (const { files } of commits) {
    for (const file of files) shared.set(file, (shared.get(file) ?? 0) + 1);
  }
  shared.delete(path);
  return [...shared]
    .filter(([, count]) => count >= minSharedCommits && count * 100 >= commits.length * minCouplingDegree)
    .map(([expectedPath, count]) => ({ path, expectedPath, sharedCommits: count, commits: commits.length }));
}

/** By degree, then by shared commits; compared without dividing, so that equal shares are equal. */
function closestFirst(a: Coupling, b: Coupling): number {
  return (
    b.sharedCommits * a.commits - a.sharedCommits * b.commits ||
    b.sharedCommits - a.sharedCommits ||
    compareText(a.expectedPath, b.expectedPath) ||
    compareText(a.path, b.path)
  );
}
