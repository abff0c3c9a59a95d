import type { GlobalCodeMetrics } from '../../model/metrics.ts';
import { countComplexity } from './complexity.ts';
import type { LineMap } from './lines.ts';
import { measureNestingDepth } from './nesting.ts';
import type { Scope } from './scope.ts';
import { findTokenStart, type Tokens } from './tokens.ts';

/** Code outside of all functions. Callbacks at the top level are part of it: they are no functions by themselves. */
export function measureGlobalCode(scope: Scope, lines: LineMap, tokens: Tokens): GlobalCodeMetrics {
  const { blocks, branches, logicalOperators } = scope;
  const maxNestingDepth = measureNestingDepth(blocks);
  const deepest = blocks.find(({ depth }) => depth === maxNestingDepth)?.position;
  const first = [...branches, ...logicalOperators].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    cyclomaticComplexity: countComplexity(scope, 0, Number.POSITIVE_INFINITY),
    maxNestingDepth,
    line: Number.isFinite(first) ? lines.lineAt(findTokenStart(tokens, deepest ?? first)) : 1,
  };
}
