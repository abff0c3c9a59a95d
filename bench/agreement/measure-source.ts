import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import type { ScoreItem } from '../../src/model/report.ts';
import { isCounted, scoreFile } from '../../src/score/index.ts';

export { bandOf } from '../../src/score/index.ts';

import { defaultRules, detectFindings } from '../../src/smells/index.ts';

/** What the analyzer says of one source text under the default rules. */
export interface SourceResult {
  readonly score: number;
  readonly items: readonly ScoreItem[];
  readonly functions: readonly FunctionMetrics[];
  /** Those of functions that the score counts, and of the file. */
  readonly findings: readonly { readonly smell: string; readonly function: string | null }[];
}

/** Measures a source text as `review` would; `null` where it cannot be measured. */
export function measureSource(path: string, text: string): SourceResult | null {
  const measurement = measureFile(path, text);
  if (!measurement.measured) return null;
  const { metrics } = measurement;
  const findings = detectFindings(metrics, defaultRules);
  const { score, items } = scoreFile(metrics, findings, defaultRules);
  // The rest is found beyond what CodeScene looks at.
  const counted = findings.filter((finding) => isCounted(metrics, finding));
  return { score, items, functions: metrics.functions, findings: counted };
}
