import type { GlobalCodeMetrics } from '../../model/metrics.ts';
import { countComplexity } from './complexity.ts';
import { findLastAtMost, type LineMap } from './lines.ts';
import { measureNestingDepth } from './nesting.ts';
import type { Outline, Range } from './scope.ts';
import { findTokenStart, type Tokens } from './tokens.ts';

/**
 * Code that runs when the file is loaded. A callback (a test, a route handler, a refinement of a schema) runs later:
 * it is no function by itself, and no global code. Evidence: a schema of ten branches in callbacks that CodeScene
 * scores 10.0.
 */
export function measureGlobalCode(
  { global, callbacks }: Outline,
  lines: LineMap,
  tokens: Tokens,
): GlobalCodeMetrics {
  const runsAtOnce = outsideOf(callbacks);
  const blocks = global.blocks.filter(({ position }) => runsAtOnce(position));
  const branches = global.branches.filter(runsAtOnce);
  const logicalOperators = global.logicalOperators.filter(runsAtOnce);
  const maxNestingDepth = measureNestingDepth(blocks);
  const deepest = blocks.find(({ depth }) => depth === maxNestingDepth)?.position;
  const first = [...branches, ...logicalOperators].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    cyclomaticComplexity: countComplexity({ branches, logicalOperators }, 0, Number.POSITIVE_INFINITY),
    maxNestingDepth,
    line: Number.isFinite(first) ? lines.lineAt(findTokenStart(tokens, deepest ?? first)) : 1,
  };
}

function outsideOf(ranges: readonly Range[]): (position: number) => boolean {
  const starts = ranges.map(({ start }) => start);
  return (position) => (ranges[findLastAtMost(starts, position)]?.end ?? 0) <= position;
}
