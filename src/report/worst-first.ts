import type { DeltaFinding } from '../model/finding.ts';
import type { GateCondition } from '../model/report.ts';

/** Compared place by place; the lower one comes first. */
export type SortKey = readonly (string | number)[];

const changeOrder = ['introduced', 'degraded', 'improved', 'fixed', 'unchanged'];

/** Whether the change did good to what was found. */
export function isImprovement({ changeType }: Pick<DeltaFinding, 'changeType'>): boolean {
  return changeType === 'improved' || changeType === 'fixed';
}

/**
 * What puts the worst findings first: those that got worse before those that got better, critical before advisory,
 * introduced before degraded, then by how many times the limit was measured.
 */
export function rankOf(finding: DeltaFinding): SortKey {
  return [
    isImprovement(finding) ? 1 : 0,
    finding.severity === 'critical' ? 0 : 1,
    changeOrder.indexOf(finding.changeType),
    -excessOf(finding),
  ];
}

/**
 * The conditions of one gate, those first that miss their limit by the most: scores and shares by the distance, findings
 * by how many times the limit was measured. The others keep their order. Where not all are shown, the worst are.
 */
export function worstConditionsFirst(conditions: readonly GateCondition[]): readonly GateCondition[] {
  return conditions
    .map((condition) => ({ condition, key: [condition.smell === null ? 0 : 1, -missOf(condition)] }))
    .sort((first, second) => compareKeys(first.key, second.key))
    .map(({ condition }) => condition);
}

function missOf(condition: GateCondition): number {
  const { smell, measured, limit } = condition;
  return smell === null ? Math.abs(measured - limit) : excessOf(condition);
}

function excessOf({ measured, limit }: Pick<DeltaFinding, 'measured' | 'limit'>): number {
  if (limit > 0) return measured / limit;
  return measured > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** Orders keys of equal length. */
export function compareKeys(first: SortKey, second: SortKey): number {
  for (const [index, value] of first.entries()) {
    const other = second[index] ?? value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
