import type { FileMetrics } from '../model/metrics.ts';
import { smellIdOf } from '../smells/smell-words.ts';

/** What the comments of one side of a file suppress. */
export interface SideSuppressions {
  /**
   * Line of the comment that suppresses a smell in a function (an index into `FileMetrics.functions`), or, for `null`,
   * in the file; `null` where none does. What holds for the file holds for its functions, and goes behind their own.
   *
   * @param smell an id, or `everySmell` for what `disable-all` alone suppresses
   */
  readonly lineOf: (functionIndex: number | null, smell: string) => number | null;
}

/** Stands for `disable-all`. */
export const everySmell = 'all';

/** Reads the comments of one side; names that no smell has, and comments that speak of nothing, suppress nothing. */
export function readSuppressions(metrics: Pick<FileMetrics, 'suppressions'> | null): SideSuppressions {
  const lines = new Map<string, number>();
  for (const { line, smells, scope } of metrics?.suppressions ?? []) {
    if (scope === 'none') continue;
    for (const smell of knownSmellsIn(smells)) {
      const key = `${scope} ${smell}`;
      if (!lines.has(key)) lines.set(key, line);
    }
  }
  const find = (scope: number | 'file', smell: string) =>
    lines.get(`${scope} ${smell}`) ?? lines.get(`${scope} ${everySmell}`);
  return {
    lineOf: (functionIndex, smell) =>
      (functionIndex === null ? undefined : find(functionIndex, smell)) ?? find('file', smell) ?? null,
  };
}

/** The ids that names stand for; one for `disable-all`. */
export function knownSmellsIn(smells: readonly string[] | 'all'): readonly string[] {
  return smells === 'all' ? [everySmell] : smells.flatMap((name) => smellIdOf(name) ?? []);
}
