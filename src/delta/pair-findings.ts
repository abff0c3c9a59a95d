import type { Finding } from '../model/finding.ts';
import type { Identities } from './identify-findings.ts';

/** A finding on one side, the other, or both. */
export interface FindingPair {
  readonly old: Finding | null;
  readonly new: Finding | null;
}

/**
 * Joins the findings of both sides that are about the same thing. Several of one smell in one function are
 * joined by equal value first, then in order of their lines.
 */
export function pairFindings(
  old: readonly Finding[],
  head: readonly Finding[],
  identities: Identities,
): readonly FindingPair[] {
  const oldGroups = groupByIdentity(old, identities.old);
  const newGroups = groupByIdentity(head, identities.new);
  const keys = new Set([...oldGroups.keys(), ...newGroups.keys()]);
  return [...keys].flatMap((key) => pairGroup(oldGroups.get(key) ?? [], newGroups.get(key) ?? []));
}

/** The value as readers see it: a difference beyond two decimals is none. */
export function visibleValue(value: number): number {
  return Math.round(value * 100) / 100;
}

function groupByIdentity(
  findings: readonly Finding[],
  identify: (finding: Finding) => string,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of [...findings].sort((a, b) => a.line - b.line)) {
    const key = identify(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return groups;
}

function pairGroup(old: readonly Finding[], head: readonly Finding[]): readonly FindingPair[] {
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

function pairEqualValues(old: readonly Finding[], head: readonly Finding[]): readonly FindingPair[] {
  const left = [...head];
  return old.flatMap((finding) => {
    const at = left.findIndex((other) => visibleValue(other.measured) === visibleValue(finding.measured));
    return at < 0 ? [] : [{ old: finding, new: left.splice(at, 1)[0] ?? null }];
  });
}
