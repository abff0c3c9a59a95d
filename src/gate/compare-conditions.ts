import type { GateCondition } from '../model/report.ts';
import { compareText } from '../score/index.ts';

/** By path, then conditions on the file before those on lines, then by line, smell and message. */
export function compareConditions(a: GateCondition, b: GateCondition): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.smell ?? '', b.smell ?? '') ||
    compareText(a.message, b.message)
  );
}
