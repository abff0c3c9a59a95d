import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import { compareFile } from '../helpers/compare-file.ts';
import { createFinding, createFunction } from '../helpers/create-metrics.ts';
import { compare, complexSide, side } from './compare-sides.ts';

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
