import type { ControlBlock } from './scope.ts';

/**
 * Deepest nesting of control statements: `if`, loops, `do` and `switch`, braces or not. `else if` stays on
 * the level of its `if`; `try`, `catch`, `else`, `? :`, JSX and anonymous functions inside add none.
 * Evidence: the depths that CodeScene reports.
 *
 * @param blocks in source order
 */
export function measureNestingDepth(blocks: readonly ControlBlock[]): number {
  return blocks.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}
