import type { Rules } from '../model/profile.ts';

/** What a measured value of exactly the alert level costs. */
const pointsAtAlertLevel = 9;

/** The value at which a smell costs 9 points; CodeScene's defaults (`…_alert` in `code-health-rules.json`). */
export const alertLevels = {
  /** Cyclomatic complexity of one function. */
  'complex-method': 100,
  /** Lines of code of one function. */
  'large-method': 500,
  /** Lines of code of all functions of a file together. */
  'lines-of-code-in-a-single-file': 5000,
} as const;

export type GradedSmell = keyof typeof alertLevels;

/** The limit by which a rule sets another alert level than the default. */
export const alertLimits: Readonly<Record<GradedSmell, string>> = {
  'complex-method': 'alertCyclomaticComplexity',
  'large-method': 'alertLinesOfCode',
  'lines-of-code-in-a-single-file': 'alertLinesOfCode',
};

/** Points that grow with the measured value: 9 · value / alert level, before any weight. */
export function gradedPoints(smell: GradedSmell, measured: number, rules: Rules): number {
  return (pointsAtAlertLevel * measured) / alertLevelOf(smell, rules);
}

function alertLevelOf(smell: GradedSmell, rules: Rules): number {
  const own = rules[smell]?.limits[alertLimits[smell]];
  return own !== undefined && own > 0 ? own : alertLevels[smell];
}
