import type { HistoryCommit } from '../model/history.ts';
import { listMoves } from './list-moves.ts';

/** What decides which paths are worth a question. */
export interface LookUp {
  readonly commits: readonly HistoryCommit[];
  /** A path with fewer commits, those of the paths that it was moved from or to included, is left out. */
  readonly minCommits: number;
  /** Paths that are not left out, however seldom they changed. */
  readonly changed: readonly string[];
  /** Whether a path counts at all. */
  readonly isSupported: (path: string) => boolean;
}

/**
 * The paths of which it has to be known whether they still stand: those that changed often, alone or together with
 * what they were called before, and those that change now; in the order of their first mention. Most paths of a
 * history changed once or twice, and to ask git about each of them would cost more than the history itself. Pure.
 */
export function listPathsToLookUp({ commits, minCommits, changed, isSupported }: LookUp): readonly string[] {
  const groups = createGroups();
  const counts = new Map<string, number>();
  for (const commit of commits) {
    for (const { path } of commit.changes) counts.set(path, (counts.get(path) ?? 0) + 1);
    for (const { from, to } of listMoves(commit)) groups.join(from, to);
  }
  const ofGroup = new Map<string, number>();
  for (const [path, count] of counts) {
    const group = groups.of(path);
    ofGroup.set(group, (ofGroup.get(group) ?? 0) + count);
  }
  const wanted = new Set(changed.map(groups.of));
  const paths = new Set([...counts.keys(), ...groups.members(), ...changed]);
  return [...paths].filter((path) => {
    const group = groups.of(path);
    return isSupported(path) && (wanted.has(group) || (ofGroup.get(group) ?? 0) >= minCommits);
  });
}

/** Sets of paths that grow together; each is named by one of its paths. */
function createGroups() {
  const parents = new Map<string, string>();
  const of = (path: string): string => {
    let top = path;
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next;
    // The way up is made short for the next one who asks.
    for (let at = path; at !== top; ) {
      const next = parents.get(at) ?? top;
      parents.set(at, top);
      at = next;
    }
    return top;
  };
  const members = new Set<string>();
  return {
    of,
    members: () => members,
    join: (one: string, other: string) => {
      members.add(one).add(other);
      const [a, b] = [of(one), of(other)];
      if (a !== b) parents.set(a, b);
    },
  };
}
