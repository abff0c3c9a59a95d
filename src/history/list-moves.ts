import type { HistoryCommit, PathChange } from '../model/history.ts';

/** A file that a commit took from one path to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Names that stand in many folders: one gone and another come say nothing of a move. */
const commonName = /^(index|main|types|constants|utils)\.[^.]+$/i;

/**
 * The files that a commit moved: those that git calls renamed, for nothing in them changed, and those that came
 * to another folder under the name by which one and no other went. A file that is moved mostly gets new imports,
 * and to compare contents would need them. Pure.
 */
export function listMoves({ changes }: Pick<HistoryCommit, 'changes'>): readonly Move[] {
  const moves = changes.flatMap(({ path, oldPath }) =>
    oldPath === null ? [] : [{ from: oldPath, to: path }],
  );
  const came = onlyOnesByName(changes, 'added');
  if (came.size === 0) return moves;
  const went = onlyOnesByName(changes, 'deleted');
  for (const [name, from] of went) {
    const to = came.get(name);
    if (from !== null && to !== undefined && to !== null) moves.push({ from, to });
  }
  return moves;
}

/** The path by the name of its file; `null` where several have it. */
function onlyOnesByName(
  changes: readonly PathChange[],
  kind: PathChange['kind'],
): ReadonlyMap<string, string | null> {
  const paths = new Map<string, string | null>();
  for (const change of changes) {
    if (change.kind !== kind) continue;
    const name = change.path.slice(change.path.lastIndexOf('/') + 1);
    if (!commonName.test(name)) paths.set(name, paths.has(name) ? null : change.path);
  }
  return paths;
}
