import type { FileMetrics } from '../model/metrics.ts';
import type { WorstFunction } from '../model/review.ts';
import { compareText, locateFunction, sumPoints } from '../score/index.ts';
import type { AssessedSide } from './assess-file.ts';
import { reportFunction } from './report-function.ts';

/** So many functions are named in a report. */
const mostNamed = 10;

/** The worst of the given functions, at most ten, in an order that depends on them alone. Pure. */
export function pickWorst(functions: readonly WorstFunction[]): readonly WorstFunction[] {
  return [...functions].sort(compareWorst).slice(0, mostNamed);
}

/** The functions of one file in which something is found, with what that costs. Pure. */
export function findWorstFunctions(path: string, side: AssessedSide): readonly WorstFunction[] {
  const { metrics, findings, breakdown } = side;
  const smells = groupByFunction(metrics, findings);
  const charges = groupByFunction(metrics, breakdown.items);
  return metrics.functions.flatMap((fn, index): readonly WorstFunction[] => {
    const found = smells.get(index);
    if (!found) return [];
    return [
      {
        path,
        ...reportFunction(fn),
        penaltyPoints: sumPoints(charges.get(index) ?? []),
        smells: [...new Set(found.map(({ smell }) => smell))].sort(compareText),
      },
    ];
  });
}

interface Placed {
  readonly function: string | null;
  readonly line: number | null;
}

/** What stands in a function, by the function's index. */
function groupByFunction<T extends Placed>(
  metrics: FileMetrics,
  placed: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const each of placed) {
    const { line } = each;
    const index = line === null ? null : locateFunction(metrics, { function: each.function, line });
    if (index === null) continue;
    const group = groups.get(index);
    if (group) group.push(each);
    else groups.set(index, [each]);
  }
  return groups;
}

function compareWorst(a: WorstFunction, b: WorstFunction): number {
  return (
    b.penaltyPoints - a.penaltyPoints ||
    b.cyclomaticComplexity - a.cyclomaticComplexity ||
    b.linesOfCode - a.linesOfCode ||
    compareText(a.path, b.path) ||
    a.line - b.line ||
    a.endLine - b.endLine ||
    compareText(a.name, b.name)
  );
}
