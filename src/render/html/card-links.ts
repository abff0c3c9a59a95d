import type { Finding } from '../../model/finding.ts';
import type { FindingGroup } from './finding-groups.ts';

/** The id of what a page says of a line, else of its file; `null` where it has neither. */
export type LinkTo = (path: string, line: number | null) => string | null;

/** The id of a group of findings within the card of its file. */
export function groupId(cardId: string, index: number): string {
  return `${cardId}-${index + 1}`;
}

/**
 * Finds the cards of files, and in them the findings of a line.
 * @param ids those of the cards, by position in the list of files
 */
export function linkToCards<F extends { readonly path: string }>(
  files: readonly F[],
  ids: readonly string[],
  groupsOf: (file: F) => readonly FindingGroup<Finding>[],
): LinkTo {
  const cards = new Map<string, string>();
  const groups = new Map<string, string>();
  for (const [index, id] of ids.entries()) {
    const file = files[index];
    if (!file) continue;
    cards.set(file.path, id);
    for (const [at, { findings }] of groupsOf(file).entries()) {
      for (const { line } of findings) groups.set(keyOf(file.path, line), groupId(id, at));
    }
  }
  return (path, line) =>
    (line === null ? undefined : groups.get(keyOf(path, line))) ?? cards.get(path) ?? null;
}

function keyOf(path: string, line: number): string {
  return `${line} ${path}`;
}
