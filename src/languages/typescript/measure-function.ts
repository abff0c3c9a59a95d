import type { EmbeddedBlock, FunctionMetrics } from '../../model/metrics.ts';
import { countBumps } from './bumps.ts';
import { countComplexity } from './complexity.ts';
import { selectComplexConditions } from './conditionals.ts';
import { describeBody } from './likeness.ts';
import type { LineMap } from './lines.ts';
import type { CountLinesOfCode } from './lines-of-code.ts';
import { measureNestingDepth } from './nesting.ts';
import { classifyParameter, isCounted, listParameters } from './parameters.ts';
import { type FunctionScope, findCut, type Range } from './scope.ts';
import type { Tokens } from './tokens.ts';

/** A source text, seen as lines and tokens. */
export interface MeasuredText {
  readonly lines: LineMap;
  readonly tokens: Tokens;
  readonly countLinesOfCode: CountLinesOfCode;
}

/** All numbers of one function, up to where it ends: see `findCut`. */
export function measureFunction(scope: FunctionScope, text: MeasuredText): FunctionMetrics {
  const { lines, tokens } = text;
  const cut = findCut(scope);
  const isInside = ({ position }: { readonly position: number }) => position < cut;
  const blocks = scope.blocks.filter(isInside);
  const { line, endLine } = findLines(scope, cut, lines);
  const parameters = listParameters(scope.node);
  const body = describeBody(scope, cut, tokens);
  return {
    name: scope.name,
    kind: scope.kind,
    counted: isCounted(scope.node),
    line,
    endLine,
    cyclomaticComplexity: countComplexity(scope, scope.range.start, cut),
    linesOfCode: text.countLinesOfCode(line, endLine),
    maxNestingDepth: measureNestingDepth(blocks),
    bumps: countBumps(blocks),
    parameters: parameters.length,
    parameterTypes: parameters.map(classifyParameter),
    containsJsx: scope.containsJsx,
    complexConditions: selectComplexConditions(scope.conditions.filter(isInside), lines),
    embeddedBlocks: findEmbeddedBlocks(
      scope.textBlocks.filter(({ start }) => start < cut),
      lines,
    ),
    bodyHash: body.hash,
    bodySketch: body.sketch,
  };
}

/** A function that is cut ends on the line before the function that cuts it, but not before it begins. */
function findLines({ range }: FunctionScope, cut: number, lines: LineMap): { line: number; endLine: number } {
  const line = lines.lineAt(range.start);
  const endLine = cut < range.end ? lines.lineAt(cut) - 1 : lines.lineAt(range.end - 1);
  return { line, endLine: Math.max(line, endLine) };
}

/** Literals that span lines. */
function findEmbeddedBlocks(literals: readonly Range[], lines: LineMap): EmbeddedBlock[] {
  return literals
    .map(({ start, end }) => {
      const line = lines.lineAt(start);
      return { line, lines: lines.lineAt(end - 1) - line + 1 };
    })
    .filter((block) => block.lines > 1);
}
