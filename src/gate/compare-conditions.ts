import type { GateCondition } from '../model/report.ts';
import { compareText } from '../score/index.ts';

/**
 * By path, then conditions on the file before those on lines, then by line, smell, message, measured value and limit:
 * two conditions compare as equal only where they are, so that the order never depends on where they came from.
 */
export function compareConditions(a: GateCondition, b: GateCondition): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.smell ?? '', b.smell ?? '') ||
    compareText(a.message, b.message) ||
    a.measured - b.measured ||
    a.limit - b.limit
  );
}
