import type { ProfileLayer } from '../profile-layer.ts';
import { describeWarning, type ProfileWarning } from './describe-warning.ts';
import { warnOfFeedback } from './warn-of-feedback.ts';
import { warnOfGates } from './warn-of-gates.ts';
import { warnOfGoals } from './warn-of-goals.ts';
import { warnOfOverrides } from './warn-of-overrides.ts';
import { warnOfRules } from './warn-of-rules.ts';

/**
 * What stands in the files of a profile and has no effect, as far as the profile alone shows it: one sentence each,
 * with file and line, in the order of the files.
 * @param layers nearest first
 */
export function findWarnings(layers: readonly ProfileLayer[]): readonly string[] {
  const warnings = [
    ...warnOfRules(layers),
    ...warnOfGates(layers),
    ...warnOfOverrides(layers),
    ...warnOfGoals(layers),
    ...warnOfFeedback(layers),
  ];
  return inOrder(warnings, layers).map(describeWarning);
}

/** File by file as they extend one another, each from top to bottom. */
export function inOrder(
  warnings: readonly ProfileWarning[],
  layers: readonly ProfileLayer[],
): readonly ProfileWarning[] {
  const sources = layers.map(({ source }) => source);
  return [...warnings].sort(
    (a, b) =>
      sources.indexOf(a.origin.source) - sources.indexOf(b.origin.source) ||
      (a.origin.line ?? 0) - (b.origin.line ?? 0),
  );
}
