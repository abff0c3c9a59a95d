import type { Finding } from '../model/finding.ts';
import { roundValue } from '../text/round-value.ts';

/** A finding, the file of the change that it stands in, and what it is about (see `identifyFindings`). */
export interface PlacedFinding {
  readonly file: number;
  readonly finding: Finding;
  /** The function that it stands in, as an index into the functions of its side; `null` for one on the file. */
  readonly functionIndex: number | null;
  readonly identity: string;
}

/** A finding on one side, the other, or both. */
export interface FindingPair {
  readonly old: PlacedFinding | null;
  readonly new: PlacedFinding | null;
}

/**
 * Joins the findings of both sides that are about the same thing. Several of one smell in one function are
 * joined by equal value first, then in order of their lines.
 */
export function pairFindings(
  old: readonly PlacedFinding[],
  head: readonly PlacedFinding[],
): readonly FindingPair[] {
  const oldGroups = groupByIdentity(old);
  const newGroups = groupByIdentity(head);
  const keys = new Set([...oldGroups.keys(), ...newGroups.keys()]);
  return [...keys].flatMap((key) => pairGroup(oldGroups.get(key) ?? [], newGroups.get(key) ?? []));
}

/** Whether two findings show the same value. */
export function isSameValue(old: PlacedFinding, head: PlacedFinding): boolean {
  return roundValue(old.finding.measured) === roundValue(head.finding.measured);
}

function groupByIdentity(findings: readonly PlacedFinding[]): ReadonlyMap<string, readonly PlacedFinding[]> {
  const groups = new Map<string, PlacedFinding[]>();
  for (const placed of [...findings].sort((a, b) => a.finding.line - b.finding.line)) {
    const group = groups.get(placed.identity);
    if (group) group.push(placed);
    else groups.set(placed.identity, [placed]);
  }
  return groups;
}

function pairGroup(old: readonly PlacedFinding[], head: readonly PlacedFinding[]): readonly FindingPair[] {
  const equal = pairEqualValues(old, head);
  const oldLeft = old.filter((finding) => !equal.some((pair) => pair.old === finding));
  const newLeft = head.filter((finding) => !equal.some((pair) => pair.new === finding));
  const longest = Math.max(oldLeft.length, newLeft.length);
  const rest = Array.from({ length: longest }, (_, position) => ({
    old: oldLeft[position] ?? null,
    new: newLeft[position] ?? null,
  }));
  return [...equal, ...rest];
}

function pairEqualValues(
  old: readonly PlacedFinding[],
  head: readonly PlacedFinding[],
): readonly FindingPair[] {
  const left = [...head];
  return old.flatMap((placed) => {
    const at = left.findIndex((other) => isSameValue(placed, other));
    return at < 0 ? [] : [{ old: placed, new: left.splice(at, 1)[0] ?? null }];
  });
}
