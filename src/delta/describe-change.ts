import type { Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';
import { roundValue } from '../text/round-value.ts';
import { quantityOf } from './quantities.ts';

/** "The cyclomatic complexity of settle increased from 15 to 16 (limit 8)". */
export function describeChangedValue(finding: Finding, before: number): string {
  const direction = finding.measured > before ? 'increased' : 'decreased';
  const values = `from ${formatValue(before)} to ${formatValue(finding.measured)}`;
  return `${subjectOf(finding)} ${direction} ${values} (limit ${formatValue(finding.limit)})`;
}

/**
 * Why a finding of the old side is gone.
 *
 * @param head the new side of the file.
 * @param index the function that the finding stood in, on the new side; `null` where it is gone or there was none.
 */
export function describeFixed(finding: Finding, head: FileMetrics, index: number | null): string {
  const { function: name, limit, measured } = finding;
  if (name !== null && index === null) {
    const { noun } = quantityOf(finding.smell, finding.name);
    return `${name} is gone: its ${noun} was ${formatValue(measured)} (limit ${formatValue(limit)})`;
  }
  const value = newValueOf(finding, head, index);
  if (value === null || value > limit) {
    return `${subjectOf(finding)} is no longer a finding (was ${formatValue(measured)}, limit ${formatValue(limit)})`;
  }
  const was = `(was ${formatValue(measured)}, limit ${formatValue(limit)})`;
  return `${subjectOf(finding)} is no longer above the limit: ${formatValue(value)} ${was}`;
}

/** A number as people write it: at most two decimals. */
function formatValue(value: number): string {
  return String(roundValue(value));
}

function subjectOf({ smell, name, function: fn }: Finding): string {
  const { noun } = quantityOf(smell, name);
  return fn === null ? `The ${noun}` : `The ${noun} of ${fn}`;
}

function newValueOf({ smell, name }: Finding, head: FileMetrics, index: number | null): number | null {
  const quantity = quantityOf(smell, name);
  const fn = index === null ? undefined : head.functions[index];
  if (fn) return quantity.ofFunction?.(fn) ?? null;
  return quantity.ofFile?.(head) ?? null;
}
