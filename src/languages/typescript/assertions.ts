import type { AssertionBlock } from '../../model/metrics.ts';
import { ts } from './compiler.ts';
import { addToHash, hashSeed, spreadHash } from './hash.ts';
import type { LineMap } from './lines.ts';
import { startOf } from './source-text.ts';
import { findToken, type Tokens } from './tokens.ts';

/** One assertion by itself is no block. */
const minAssertions = 2;

/** Assertions that follow each other, and the test (or function, or file) in which they do. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly assertions: number;
  readonly testStart: number;
}

/**
 * Blocks of two or more assertions that follow each other as statements, in source order. An assertion is a call
 * that begins with `expect…` or `assert…` (`expect(a).toBe(b)`, `assert.equal(a, b)`, `t.assert.ok(a)`), or
 * that goes through `should`.
 */
export function findAssertionBlocks(file: ts.SourceFile, lines: LineMap, tokens: Tokens): AssertionBlock[] {
  return findRuns(file).map(({ start, end, assertions, testStart }) => ({
    line: lines.lineAt(start),
    endLine: lines.lineAt(end - 1),
    assertions,
    testLine: lines.lineAt(testStart),
    hash: hashTokens(tokens, start, end),
  }));
}

function findRuns(file: ts.SourceFile): readonly Run[] {
  const runs: Run[] = [];
  let test: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.kind < ts.SyntaxKind.FirstNode) return;
    const outer = test;
    if (ts.isFunctionLike(node)) test = node;
    if (isAssertion(node)) addAssertion(runs, node, test, file);
    ts.forEachChild(node, visit);
    test = outer;
  };
  ts.forEachChild(file, visit);
  return runs.filter(({ assertions }) => assertions >= minAssertions);
}

/** An assertion begins where the one before it ended, or begins a run. */
function addAssertion(runs: Run[], node: ts.Node, test: ts.Node, file: ts.SourceFile): void {
  const last = runs[runs.length - 1];
  if (last && last.end === node.pos) {
    runs[runs.length - 1] = { ...last, end: node.end, assertions: last.assertions + 1 };
  } else {
    const testStart = test === file ? 0 : startOf(test, file);
    runs.push({ start: startOf(node, file), end: node.end, assertions: 1, testStart });
  }
}

function isAssertion(node: ts.Node): boolean {
  if (!ts.isExpressionStatement(node)) return false;
  return /(^|\.)(expect|assert|should\b)/.test(readCallee(node.expression));
}

/** The names that a call goes through: `expect.toBe` for `await expect(a).toBe(b)`. */
function readCallee(node: ts.Expression): string {
  if (ts.isAwaitExpression(node) || ts.isCallExpression(node)) return readCallee(node.expression);
  if (ts.isPropertyAccessExpression(node)) return `${readCallee(node.expression)}.${node.name.text}`;
  return ts.isIdentifier(node) ? node.text : '';
}

function hashTokens(tokens: Tokens, start: number, end: number): string {
  const hashes = tokens.hashes.subarray(findToken(tokens, start), findToken(tokens, end));
  const hash = hashes.reduce((sum, token) => spreadHash(addToHash(sum, token)), hashSeed);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
