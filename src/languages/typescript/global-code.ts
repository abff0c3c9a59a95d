import type { GlobalCodeMetrics } from '../../model/metrics.ts';
import { countComplexity } from './complexity.ts';
import type { LineMap } from './lines.ts';
import { measureNestingDepth } from './nesting.ts';
import type { Scope } from './scope.ts';
import { findTokenStart, type Tokens } from './tokens.ts';

/**
 * Code that runs when the file is loaded. A callback (a test, a route handler, a refinement of a schema) runs later:
 * it is no function by itself, and no global code. Evidence: a schema of ten branches in callbacks that CodeScene
 * scores 10.0.
 */
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
