import type { FunctionPlace } from './match-moves.ts';
import type { FindingPair, PlacedFinding } from './pair-findings.ts';

/** A pair whose new finding stands in a part of the function that the old one stands in. */
export interface SplitPair extends FindingPair {
  readonly splitFrom: FunctionPlace | null;
}

/** Likeness is between two functions: a part does not take it along. */
const isOfTheWhole = ({ smell }: { readonly smell: string }) => smell !== 'code-duplication';

/**
 * Joins a finding of a part with the finding of that smell in the function it was split from, where it is no worse:
 * it is what is left of it. What the whole did not have, or less of, stays new. The finding of a whole that lives on
 * in a part is not gone.
 *
 * @param wholeOf the old function that a new finding's function was split from
 * @param findingsOf the findings of an old function
 */
export function pairParts(
  pairs: readonly FindingPair[],
  wholeOf: (head: PlacedFinding) => FunctionPlace | null,
  findingsOf: (whole: FunctionPlace) => readonly PlacedFinding[],
): readonly SplitPair[] {
  const livingOn = new Set<PlacedFinding>();
  const joined = pairs.map((pair): SplitPair => {
    if (pair.old || !pair.new || !isOfTheWhole(pair.new.finding)) return { ...pair, splitFrom: null };
    const { smell, measured } = pair.new.finding;
    const splitFrom = wholeOf(pair.new);
    const old = splitFrom ? worst(findingsOf(splitFrom), smell) : undefined;
    if (!old || old.finding.measured < measured) return { ...pair, splitFrom: null };
    livingOn.add(old);
    return { old, new: pair.new, splitFrom };
  });
  return joined.filter((pair) => pair.new !== null || pair.old === null || !livingOn.has(pair.old));
}

function worst(findings: readonly PlacedFinding[], smell: string): PlacedFinding | undefined {
  return findings
    .filter(({ finding }) => finding.smell === smell)
    .reduce<PlacedFinding | undefined>(
      (most, each) => (most && most.finding.measured >= each.finding.measured ? most : each),
      undefined,
    );
}
