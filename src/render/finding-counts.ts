import type { Report } from '../model/report.ts';
import { joinWords } from './join-words.ts';

/** What became of findings: "3 introduced, 1 degraded and 4 fixed"; `null` where nothing did. */
export function describeCounts(findings: Report['summary']['findings']): string | null {
  const counts = (['introduced', 'degraded', 'improved', 'fixed'] as const)
    .filter((changeType) => findings[changeType] > 0)
    .map((changeType) => `${findings[changeType]} ${changeType}`);
  return counts.length === 0 ? null : joinWords(counts);
}
