import type { MovedFunction } from '../model/report.ts';
import { compareText, locateFunction } from '../score/index.ts';
import type { ComparedFile, ComparedSide } from './compared-file.ts';
import type { FunctionLinks } from './link-functions.ts';
import type { FunctionPlace } from './match-moves.ts';

/**
 * The functions that went from one file to another and carry findings on either side, said in both files: they
 * explain why the one's score rises and the other's falls. One list for each file, in their order.
 */
export function listMoves(
  files: readonly ComparedFile[],
  { moves }: FunctionLinks,
): readonly (readonly MovedFunction[])[] {
  const lists = files.map((): MovedFunction[] => []);
  for (const { old, new: head } of moves) {
    const [from, to] = [files[old.file], files[head.file]];
    const smells = [...new Set([...smellsAt(from?.old, old), ...smellsAt(to?.new, head)])].sort(compareText);
    if (!from || !to || smells.length === 0) continue;
    lists[old.file]?.push({
      ...describe(old, smells),
      direction: 'out',
      otherPath: to.newPath,
      otherFunction: head.fn.name,
    });
    lists[head.file]?.push({
      ...describe(head, smells),
      direction: 'in',
      otherPath: from.oldPath,
      otherFunction: old.fn.name,
    });
  }
  return lists.map((list) => list.sort(byPlace));
}

function describe({ fn }: FunctionPlace, smells: readonly string[]) {
  return { function: fn.name, line: fn.line, smells };
}

function smellsAt(side: ComparedSide | null | undefined, { index }: FunctionPlace): readonly string[] {
  if (!side) return [];
  return side.findings
    .filter((finding) => finding.function !== null && locateFunction(side.metrics, finding) === index)
    .map(({ smell }) => smell);
}

function byPlace(a: MovedFunction, b: MovedFunction): number {
  return a.line - b.line || compareText(a.function, b.function) || compareText(a.direction, b.direction);
}
