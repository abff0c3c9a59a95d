import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import type { DeltaFinding, Finding } from '../../src/model/finding.ts';
import type { FunctionMetrics } from '../../src/model/metrics.ts';
import { compareFile } from '../helpers/compare-file.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';

/** What is measured comes from the code: bodies differ where the values of their findings do. */
function side(functions: readonly FunctionMetrics[], findings: readonly Finding[]): ComparedSide {
  const bodies = functions.map((fn) => {
    const own = findings.filter((found) => found.function === fn.name && found.line >= fn.line);
    const values = own
      .filter(({ line }) => line <= fn.endLine)
      .map(({ smell, measured }) => `${smell} ${measured}`);
    return { ...fn, bodyHash: [fn.bodyHash, ...values].join(', ') };
  });
  return { metrics: createFile(bodies), findings };
}

/** One function with one Complex Method finding, or none at 8 and below. */
function complexSide(cc: number, name = 'settle', body = 'body'): ComparedSide {
  const fn = createFunction({ name, cyclomaticComplexity: cc, bodyHash: body, bodySketch: [1, 2, 3] });
  const finding = createFinding('complex-method', { function: name, measured: cc });
  return side([fn], cc > 8 ? [finding] : []);
}

const summary = ({ changeType, smell, function: name, before, measured }: DeltaFinding) =>
  `${changeType} ${smell} ${name} ${before} -> ${measured}`;

const compare = (old: ComparedSide | null, head: ComparedSide | null) => {
  const { findings, unchanged } = compareFile({ old, new: head });
  return { changes: findings.map(summary), messages: findings.map(({ message }) => message), unchanged };
};

describe('change types', () => {
  it('says that a finding is introduced, in its own words', () => {
    expect(compare(complexSide(5), complexSide(12))).toEqual({
      changes: ['introduced complex-method settle null -> 12'],
      messages: ['settle has Complex Method 12 (limit 8)'],
      unchanged: [],
    });
  });

  it('says that a finding got worse, with both values and the limit', () => {
    expect(compare(complexSide(15), complexSide(16))).toEqual({
      changes: ['degraded complex-method settle 15 -> 16'],
      messages: ['The cyclomatic complexity of settle increased from 15 to 16 (limit 8)'],
      unchanged: [],
    });
  });

  it('says that a finding got better', () => {
    expect(compare(complexSide(16), complexSide(12))).toEqual({
      changes: ['improved complex-method settle 16 -> 12'],
      messages: ['The cyclomatic complexity of settle decreased from 16 to 12 (limit 8)'],
      unchanged: [],
    });
  });

  it('says that a finding is fixed, with the value that the function has now', () => {
    expect(compare(complexSide(12), complexSide(7))).toEqual({
      changes: ['fixed complex-method settle 12 -> 12'],
      messages: ['The cyclomatic complexity of settle is no longer above the limit: 7 (was 12, limit 8)'],
      unchanged: [],
    });
  });

  it('says that the function of a fixed finding is gone', () => {
    expect(compare(complexSide(12), side([], [])).messages).toEqual([
      'settle is gone: its cyclomatic complexity was 12 (limit 8)',
    ]);
  });

  it('keeps the old place and value of a fixed finding', () => {
    const old = createFinding('complex-method', { line: 40, endLine: 60, measured: 12 });
    const head = side([createFunction({ line: 5, endLine: 9, cyclomaticComplexity: 3 })], []);
    const { findings } = compareFile({
      old: side([createFunction({ line: 40, endLine: 60 })], [old]),
      new: head,
    });
    expect(findings).toMatchObject([
      { line: 40, endLine: 60, measured: 12, before: 12, changeType: 'fixed' },
    ]);
  });

  it('names no value where it is above the limit though there is no finding any more', () => {
    const old = side([createFunction()], [createFinding('large-method', { measured: 80 })]);
    const head = side([createFunction({ linesOfCode: 80, containsJsx: true })], []);
    expect(compare(old, head).messages).toEqual([
      'The number of code lines of settle is no longer a finding (was 80, limit 69)',
    ]);
  });

  it('keeps what did not change apart', () => {
    const head = complexSide(12);
    expect(compareFile({ old: complexSide(12), new: head })).toMatchObject({
      findings: [],
      unchanged: head.findings,
    });
  });

  it('takes values for equal that look the same with two decimals', () => {
    const mean = (measured: number) =>
      side([], [createFinding('overall-code-complexity', { function: null, measured, limit: 4 })]);
    expect(compare(mean(4.501), mean(4.499)).changes).toEqual([]);
    expect(compare(mean(4.51), mean(4.528)).messages).toEqual([
      'The mean cyclomatic complexity increased from 4.51 to 4.53 (limit 4)',
    ]);
  });

  it('calls a smell without words of its own by its name', () => {
    const brain = (measured: number) =>
      side(
        [createFunction()],
        [createFinding('brain-method', { name: 'Brain Method', measured, limit: 39 })],
      );
    expect(compare(brain(50), brain(60)).messages).toEqual([
      'The Brain Method value of settle increased from 50 to 60 (limit 39)',
    ]);
  });
});

describe('missing sides', () => {
  it('introduces every finding of a new file', () => {
    expect(compare(null, complexSide(12)).changes).toEqual(['introduced complex-method settle null -> 12']);
  });

  it('does not judge a deleted file', () => {
    expect(compareFile({ old: complexSide(12), new: null })).toMatchObject({ findings: [], unchanged: [] });
    expect(compareFile({ old: null, new: null })).toMatchObject({ findings: [], unchanged: [] });
  });
});

describe('identity', () => {
  it('follows a rename', () => {
    expect(compare(complexSide(12), complexSide(12, 'settleAll')).changes).toEqual([]);
    expect(compare(complexSide(12), complexSide(14, 'settleAll', 'changed body')).changes).toEqual([
      'degraded complex-method settleAll 12 -> 14',
    ]);
  });

  it('shows that one function was mended and another one got worse, though the count is the same', () => {
    const [a, b] = [createFunction({ name: 'a' }), createFunction({ name: 'b', line: 20, endLine: 30 })];
    const old = side([a, b], [createFinding('complex-method', { function: 'a' })]);
    const head = side([a, b], [createFinding('complex-method', { function: 'b', line: 20, endLine: 30 })]);
    expect(compare(old, head).changes).toEqual([
      'introduced complex-method b null -> 10',
      'fixed complex-method a 10 -> 10',
    ]);
  });

  it('tells functions of the same name apart', () => {
    const bodies = { first: [1, 2, 3], second: [7, 8, 9] };
    const getter = (line: number, body: keyof typeof bodies) =>
      createFunction({ name: 'get', line, endLine: line + 5, bodyHash: body, bodySketch: bodies[body] });
    const found = (line: number, measured: number) =>
      createFinding('complex-method', { function: 'get', line, endLine: line + 5, measured });
    const old = side([getter(1, 'first'), getter(10, 'second')], [found(1, 12), found(10, 20)]);
    const head = side([getter(1, 'second'), getter(10, 'first')], [found(1, 21), found(10, 12)]);
    expect(compare(old, head).changes).toEqual(['degraded complex-method get 20 -> 21']);
  });

  it('joins several findings of one smell in one function by equal value first', () => {
    const blocks = (...values: number[]) =>
      side(
        [createFunction()],
        values.map((measured, index) =>
          createFinding('large-embedded-code-block', { line: index + 2, measured, limit: 39 }),
        ),
      );
    const result = compare(blocks(50, 80), blocks(45, 50, 90));
    expect(result.changes).toEqual([
      'introduced large-embedded-code-block settle null -> 90',
      'improved large-embedded-code-block settle 80 -> 45',
    ]);
    expect(result.unchanged).toMatchObject([{ measured: 50 }]);
  });

  it('tells classes of a file apart', () => {
    const classes = [
      { name: 'Order', line: 1, endLine: 50, functions: 12, cohesionGroups: 5 },
      { name: 'Invoice', line: 60, endLine: 90, functions: 12, cohesionGroups: 5 },
    ];
    const metrics = createFile([], { classes });
    const found = (line: number) =>
      createFinding('low-cohesion', { function: null, line, measured: 5, limit: 3 });
    const old = { metrics, findings: [found(1)] };
    expect(compare(old, { metrics, findings: [found(60)] }).changes).toEqual([
      'introduced low-cohesion null null -> 5',
      'fixed low-cohesion null 5 -> 5',
    ]);
  });

  it('follows a renamed class by its functions', () => {
    const classSide = (name: string, measured: number): ComparedSide => ({
      metrics: createFile([createFunction({ name: `${name}.run`, bodyHash: 'run' })], {
        classes: [{ name, line: 1, endLine: 50, functions: 12, cohesionGroups: measured }],
      }),
      findings: [createFinding('low-cohesion', { function: null, measured, limit: 3 })],
    });
    expect(compare(classSide('Order', 5), classSide('Purchase', 6)).changes).toEqual([
      'degraded low-cohesion null 5 -> 6',
    ]);
  });
});

describe('suppressed findings', () => {
  const suppress = ({ metrics, findings }: ComparedSide): ComparedSide => ({
    metrics,
    findings: [],
    suppressed: findings,
  });

  it('does not call a finding fixed because a comment suppresses it now', () => {
    expect(compare(complexSide(12), suppress(complexSide(12))).changes).toEqual([]);
  });

  it('does not call a finding introduced because its comment is gone', () => {
    expect(compare(suppress(complexSide(12)), complexSide(12)).changes).toEqual([]);
    expect(compare(suppress(complexSide(12)), complexSide(13)).changes).toEqual([
      'degraded complex-method settle 12 -> 13',
    ]);
  });

  it('does not show what was suppressed and is mended', () => {
    expect(compare(suppress(complexSide(12)), complexSide(4)).changes).toEqual([]);
  });
});

describe('order', () => {
  it('is introduced, degraded, improved, fixed, then line, then smell', () => {
    const functions = ['a', 'b', 'c', 'd'].map((name, index) =>
      createFunction({ name, line: index * 10 + 1, endLine: index * 10 + 9 }),
    );
    const found = (smell: string, name: string, measured: number) => {
      const line = functions.find((fn) => fn.name === name)?.line ?? 0;
      return createFinding(smell, { function: name, line, measured });
    };
    const old = [
      found('complex-method', 'a', 20),
      found('complex-method', 'b', 20),
      found('complex-method', 'c', 20),
    ];
    const head = [
      found('large-method', 'd', 90),
      found('complex-method', 'd', 12),
      found('bumpy-road-ahead', 'a', 2),
      found('complex-method', 'c', 25),
      found('complex-method', 'b', 19),
    ];
    expect(compare(side(functions, old), side(functions, head)).changes).toEqual([
      'introduced bumpy-road-ahead a null -> 2',
      'introduced complex-method d null -> 12',
      'introduced large-method d null -> 90',
      'degraded complex-method c 20 -> 25',
      'improved complex-method b 20 -> 19',
      'fixed complex-method a 20 -> 20',
    ]);
  });
});
