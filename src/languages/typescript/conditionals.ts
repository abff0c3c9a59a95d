import type { ComplexCondition } from '../../model/metrics.ts';
import type { LineMap } from './lines.ts';
import type { Condition } from './scope.ts';

/** One operator joins two operands and reads well; from two on a reader has to work out the precedence. */
const minOperators = 2;

/**
 * Conditions of braced `if`, `else if`, `while` and `for` that join operands with two or more `&&` or `||`;
 * not those in `return`, assignments, arguments or JSX. Evidence: what CodeScene names Complex Conditional.
 *
 * @param conditions in source order
 */
export function selectComplexConditions(
  conditions: readonly Condition[],
  lines: LineMap,
): ComplexCondition[] {
  return conditions
    .filter(({ operators }) => operators >= minOperators)
    .map(({ position, operators }) => ({ line: lines.lineAt(position), operators }));
}
