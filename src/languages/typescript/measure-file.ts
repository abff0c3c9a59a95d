import type { FileMetrics, FunctionMetrics, Measurement } from '../../model/metrics.ts';
import type { Dialect } from '../../model/source.ts';
import { findAssertionBlocks } from './assertions.ts';
import { measureClass } from './classes.ts';
import type { ts } from './compiler.ts';
import { dialectOf } from './dialect.ts';
import { type ComparedFunction, findDuplicates } from './duplication.ts';
import { measureGlobalCode } from './global-code.ts';
import { mapLines } from './lines.ts';
import { countLinesOfCode } from './lines-of-code.ts';
import { type MeasuredText, measureFunction } from './measure-function.ts';
import { parseText } from './parse.ts';
import { type FunctionScope, findCut } from './scope.ts';
import { findSuppressions } from './suppressions.ts';
import { findToken, type Tokens, tokenise } from './tokens.ts';
import { outlineFile } from './walk.ts';

/**
 * Measures one source text of TypeScript or JavaScript. Pure: what counts is the text, and of the path only the
 * dialect. Never throws: a text that can't be measured is an outcome like another.
 */
export function measureFile(path: string, text: string): Measurement {
  try {
    const dialect = dialectOf(path);
    const parsed = parseText(dialect, text);
    if ('unmeasurable' in parsed) return { measured: false, unmeasurable: parsed.unmeasurable };
    return { measured: true, metrics: measureSyntaxTree(dialect, parsed.file) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { measured: false, unmeasurable: { reason: 'nested too deeply to be parsed', line: null } };
  }
}

function measureSyntaxTree(dialect: Dialect, file: ts.SourceFile): FileMetrics {
  const lines = mapLines(file.text);
  const outline = outlineFile(file);
  const tokens = tokenise(file.text, lines, outline.opaque);
  const text: MeasuredText = { lines, tokens, countLinesOfCode: countLinesOfCode(tokens) };
  const functions = outline.functions.map((scope) => measureFunction(scope, text));
  const isTest = dialect.endsWith('-test');
  return {
    lines: lines.count,
    isTest,
    functions,
    classes: outline.classes.map((scope) => measureClass(scope, file, lines)),
    global: measureGlobalCode(outline.global, lines, tokens),
    assertionBlocks: isTest ? findAssertionBlocks(file, lines, tokens) : [],
    duplicates: findDuplicates(selectCompared(outline.functions, functions, tokens)),
    suppressions: findSuppressions({ file, lines, tokens, functions: outline.functions }),
  };
}

function selectCompared(
  scopes: readonly FunctionScope[],
  functions: readonly FunctionMetrics[],
  tokens: Tokens,
): readonly ComparedFunction[] {
  return scopes.map((scope, index) => ({
    linesOfCode: functions[index]?.linesOfCode ?? 0,
    tokens: tokens.hashes.subarray(findToken(tokens, scope.range.start), findToken(tokens, findCut(scope))),
  }));
}
