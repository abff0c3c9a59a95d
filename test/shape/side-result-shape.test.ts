import { describe, expect, it } from 'vitest';
import type { FileMetrics } from '../../src/model/metrics.ts';
import { sideResultShape } from '../../src/shape/side-result-shape.ts';
import { nested } from '../end-to-end/source-code.ts';
import { measureCode } from '../languages/measure-code.ts';

const metrics = measureCode(
  `// @codescene(disable-all)\n${nested(5)}\nclass Shop { open() { return this; } }\n`,
);
const measured = (change: Partial<Record<keyof FileMetrics, unknown>> = {}) => ({
  kind: 'measured',
  metrics: { ...metrics, ...change },
});
const firstFunction = (change: object) => measured({ functions: [{ ...metrics.functions[0], ...change }] });

describe('the shape of what measuring gives', () => {
  it.each([
    { what: 'metrics', value: measured() },
    { what: 'a skipped side', value: { kind: 'skipped', reason: 'binary file' } },
    { what: 'a syntax error', value: { kind: 'unmeasurable', reason: 'syntax error', line: 3 } },
    {
      what: 'what no line is to blame for',
      value: { kind: 'unmeasurable', reason: 'too large', line: null },
    },
  ])('is that of $what', ({ value }) => {
    expect(sideResultShape(value)).toBeNull();
  });

  it.each<{ value: unknown; path: readonly (string | number)[]; message: string }>([
    { value: null, path: [], message: 'expected an object' },
    { value: 'measured', path: [], message: 'expected an object' },
    { value: [], path: [], message: 'expected an object' },
    { value: {}, path: ['kind'], message: 'is missing' },
    {
      value: { kind: 'toString' },
      path: ['kind'],
      message: 'expected one of: measured, skipped, unmeasurable',
    },
    { value: { kind: 'measured' }, path: ['metrics'], message: 'is missing' },
    { value: { kind: 'skipped', reason: '' }, path: ['reason'], message: 'expected a reason' },
    { value: { ...measured(), more: 1 }, path: [], message: 'unknown key "more"' },
    {
      value: measured({ lines: -1 }),
      path: ['metrics', 'lines'],
      message: 'expected a whole number from 0 to 2147483647',
    },
    {
      value: measured({ lines: '1' }),
      path: ['metrics', 'lines'],
      message: 'expected a whole number from 0 to 2147483647',
    },
    { value: measured({ isTest: 0 }), path: ['metrics', 'isTest'], message: 'expected true or false' },
    { value: measured({ functions: {} }), path: ['metrics', 'functions'], message: 'expected a list' },
    {
      value: firstFunction({ name: 1 }),
      path: ['metrics', 'functions', 0, 'name'],
      message: 'expected a text',
    },
    ...[1.5, -1, 2 ** 32, '1', null].map((hash) => ({
      value: firstFunction({ bodySketch: [7, hash] }),
      path: ['metrics', 'functions', 0, 'bodySketch', 1],
      message: 'expected a whole number from 0 to 4294967295',
    })),
    {
      value: firstFunction({ bodySketch: Array(65).fill(1) }),
      path: ['metrics', 'functions', 0, 'bodySketch'],
      message: 'expected at most 64',
    },
    {
      value: measured({ duplicates: [{ first: 0, second: 1, similarity: 1.1 }] }),
      path: ['metrics', 'duplicates', 0, 'similarity'],
      message: 'expected a number from 0 to 1',
    },
    {
      value: measured({ duplicates: [{ first: 0, second: 99, similarity: 1 }] }),
      path: ['metrics'],
      message: 'points at a function that is not there',
    },
    {
      value: measured({ suppressions: [{ line: 1, smells: 'all', unread: [], scope: 99 }] }),
      path: ['metrics'],
      message: 'points at a function that is not there',
    },
  ])('is not that of $value', ({ value, path, message }) => {
    expect(sideResultShape(value)).toEqual({ path, message });
  });

  it('is not that of an object with the key of a prototype', () => {
    const forged = JSON.stringify(measured()).replace('"lines":', '"__proto__":{},"lines":');
    expect(sideResultShape(JSON.parse(forged))).toEqual({
      path: ['metrics'],
      message: 'unknown key "__proto__"',
    });
  });
});
