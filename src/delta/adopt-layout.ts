import type { DuplicatePair, FileMetrics } from '../model/metrics.ts';
import type { FileSides, FunctionLinks } from './link-functions.ts';

/** The functions of a file whose code is the same on the new side: their new selves by their old index. */
type SameBodies = ReadonlyMap<number, NonNullable<ReturnType<FunctionLinks['newOf']>>>;

/**
 * The old side of each file as if it were laid out like the new one: a function whose tokens are the same on both
 * sides has the new one's lines of code, and two such functions are as alike as they are there. Formatting moves
 * both, and with them findings and scores, though it is no change of health: what differs from this old side comes
 * from code.
 *
 * @returns one for each file in their order: the very old side where the layout is the same, which need not be judged
 * once more; `null` where there is none.
 */
export function adoptLayout(
  files: readonly FileSides[],
  links: FunctionLinks,
): readonly (FileMetrics | null)[] {
  return files.map((sides, file) => {
    if (!sides.old) return null;
    const same = findSameBodies(sides.old, file, links);
    return same.size === 0 ? sides.old : layOut(sides.old, sides.new, { file, same });
  });
}

function findSameBodies({ functions }: FileMetrics, file: number, links: FunctionLinks): SameBodies {
  return new Map(
    functions.flatMap((fn, index) => {
      const to = links.newOf(file, index);
      return to?.fn.bodyHash === fn.bodyHash ? [[index, to] as const] : [];
    }),
  );
}

function layOut(
  old: FileMetrics,
  head: FileMetrics | null,
  { file, same }: { readonly file: number; readonly same: SameBodies },
): FileMetrics {
  const functions = old.functions.map((fn, index) => {
    return { ...fn, linesOfCode: same.get(index)?.fn.linesOfCode ?? fn.linesOfCode };
  });
  const stayed = new Map(
    [...same].flatMap(([index, to]) => (to.file === file ? [[to.index, index] as const] : [])),
  );
  const duplicates = layOutDuplicates(old.duplicates, head?.duplicates ?? [], stayed);
  const isSame =
    functions.every(({ linesOfCode }, index) => linesOfCode === old.functions[index]?.linesOfCode) &&
    isSameList(duplicates, old.duplicates);
  if (isSame) return old;
  return { ...old, functions, duplicates };
}

function isSameList(a: readonly DuplicatePair[], b: readonly DuplicatePair[]): boolean {
  if (a.length !== b.length) return false;
  return a.every(({ first, second, similarity }, index) => {
    const other = b[index];
    return first === other?.first && second === other.second && similarity === other.similarity;
  });
}

/** @param stayed old indexes of the functions that stand in this file with the same body, by their new index. */
function layOutDuplicates(
  old: readonly DuplicatePair[],
  head: readonly DuplicatePair[],
  stayed: ReadonlyMap<number, number>,
): readonly DuplicatePair[] {
  const sameInOld = new Set(stayed.values());
  const changed = old.filter(({ first, second }) => !(sameInOld.has(first) && sameInOld.has(second)));
  const same = head.flatMap(({ first, second, similarity }) => {
    const [one, other] = [stayed.get(first), stayed.get(second)];
    if (one === undefined || other === undefined) return [];
    return [{ first: Math.min(one, other), second: Math.max(one, other), similarity }];
  });
  return [...changed, ...same].sort((a, b) => a.first - b.first || a.second - b.second);
}
