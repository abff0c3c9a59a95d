import type { GateResult, Report } from '../model/report.ts';

/** More smells than this are not explained one by one. */
const mostExplained = 3;

/** What to do about files that could not be measured and should have been. */
export const mendUnmeasured =
  'Mend the files that could not be measured; or name them under files.exclude in the quality profile, or set files.unmeasured to warn there.';

/** Whether files that could not be measured ask for something to be done. */
export function hasUnmeasured({ status, skipped }: Pick<Report, 'status' | 'skipped'>): boolean {
  return status !== 'passed' && skipped.some(({ unmeasured }) => unmeasured);
}

/** What to do about violated gates, sentence by sentence; what is to be done about smells follows from `smells`. */
export function adviseOnGates(gates: readonly GateResult[]): {
  readonly sentences: readonly string[];
  readonly smells: readonly string[];
} {
  const violated = gates.filter(({ status }) => status === 'failed');
  const scoreIsShort = violated.some(
    ({ gate, conditions }) => gate !== 'coverage' && conditions.some(({ smell }) => smell === null),
  );
  const coverageIsShort = violated.some(({ gate }) => gate === 'coverage');
  const named = violated.flatMap(({ conditions }) =>
    conditions.flatMap(({ smell }) => (smell === null ? [] : [smell])),
  );
  return {
    sentences: [
      ...(scoreIsShort
        ? ['Mend what is new or worse in the files that violate a gate, until their score is back.']
        : []),
      ...(coverageIsShort
        ? [
            'Test the new and changed lines of the files that violate the gate, and run the tests with coverage.',
          ]
        : []),
    ],
    smells: mostFrequent(named),
  };
}

/** The most frequent first; of equally frequent ones the one that came first. */
export function mostFrequent(smells: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const smell of smells) counts.set(smell, (counts.get(smell) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostExplained)
    .map(([smell]) => smell);
}
