import type { ControlBlock } from './scope.ts';

/**
 * Bumps of the bumpy road. The depths of the *braced* control blocks are written down in source order, `else` and
 * `else if` with their `if`'s; each maximal strictly increasing run of two or more is a bump: a chunk of nested
 * logic. `1 2 · 1 2 3 · 3 · 1` has two.
 * Evidence: 9 of 11 counts that CodeScene reports.
 *
 * @param blocks in source order
 */
export function countBumps(blocks: readonly ControlBlock[]): number {
  const depths = blocks.filter(({ braced }) => braced).map(({ depth }) => depth);
  const rises = depths.map((depth, index) => index > 0 && depth > (depths[index - 1] as number));
  return rises.filter((isRise, index) => isRise && !rises[index + 1]).length;
}
