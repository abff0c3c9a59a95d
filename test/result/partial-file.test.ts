import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartialResult } from '../../src/model/partial-result.ts';
import { dialects } from '../../src/model/source.ts';
import { formatPartial, parsePartial } from '../../src/result/index.ts';

const count = fc.nat();
const line = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const text = fc.string({ unit: 'binary', maxLength: 12 });
const hash = fc.stringMatching(/^[0-9a-f]{40}$/);

const functionMetrics = fc.record({
  name: text,
  kind: fc.constantFrom('function' as const, 'method' as const, 'constructor' as const, 'accessor' as const),
  line,
  endLine: line,
  cyclomaticComplexity: count,
  linesOfCode: count,
  maxNestingDepth: count,
  bumps: count,
  parameters: count,
  parameterTypes: fc.array(fc.constantFrom('string' as const, 'untyped' as const), { maxLength: 3 }),
  counted: fc.boolean(),
  containsJsx: fc.boolean(),
  complexConditions: fc.array(fc.record({ line, operators: count }), { maxLength: 2 }),
  embeddedBlocks: fc.array(fc.record({ line, lines: count }), { maxLength: 2 }),
  bodyHash: text,
  bodySketch: fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 64 }),
});
const similarity = fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true });
const metrics = fc.record({
  lines: count,
  isTest: fc.boolean(),
  functions: fc.array(functionMetrics, { minLength: 2, maxLength: 4 }),
  classes: fc.array(fc.record({ name: text, line, endLine: line, functions: count, cohesionGroups: count }), {
    maxLength: 2,
  }),
  global: fc.record({ cyclomaticComplexity: count, maxNestingDepth: count, line }),
  assertionBlocks: fc.array(
    fc.record({ line, endLine: line, testLine: count, assertions: count, hash: text }),
    { maxLength: 2 },
  ),
  duplicates: fc.array(fc.record({ first: fc.constant(0), second: fc.constant(1), similarity }), {
    maxLength: 2,
  }),
  suppressions: fc.array(
    fc.record({
      line,
      smells: fc.oneof(fc.array(text, { maxLength: 2 }), fc.constant('all' as const)),
      unread: fc.array(text, { maxLength: 2 }),
      scope: fc.constantFrom(0, 1, 'file' as const, 'none' as const),
    }),
    { maxLength: 2 },
  ),
});
const reason = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const result = fc.oneof(
  fc.record({ kind: fc.constant('measured' as const), metrics }),
  fc.record({ kind: fc.constant('skipped' as const), reason }),
  fc.record({ kind: fc.constant('unmeasurable' as const), reason, line: fc.option(line) }),
);
const partial: fc.Arbitrary<PartialResult> = fc.record({
  tool: fc.record({ name: text, version: text }),
  shard: fc.constantFrom({ index: 1, count: 1 }, { index: 2, count: 3 }),
  context: fc.record({ source: hash, targetRef: fc.option(text), mergeBase: fc.option(hash) }),
  profile: fc.record({ name: text, digest: text }),
  paths: fc.array(text, { maxLength: 2 }),
  sides: fc.array(fc.record({ blob: hash, dialect: fc.constantFrom(...dialects), result }), { maxLength: 3 }),
});

const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('a partial result', () => {
  it('is read as exactly what was written, and shows no control characters', () => {
    fc.assert(
      fc.property(partial, (given) => {
        const written = formatPartial(given);
        expect(written).not.toMatch(/[^\P{Cc}\n]/u);
        expect(plain(parsePartial(written, 'a.json'))).toEqual(plain(given));
      }),
      { numRuns: 200 },
    );
  });

  const [sample] = fc.sample(partial, { numRuns: 1, seed: 1 });
  const file = { kind: 'measured', metrics: fc.sample(metrics, { numRuns: 1, seed: 1 })[0] };
  const withMetrics = (change: object) => ({
    ...sample,
    kind: 'partial',
    schemaVersion: 1,
    sides: [
      {
        blob: 'a'.repeat(40),
        dialect: 'ts',
        result: { ...file, metrics: { ...file.metrics, ...change } },
      },
    ],
  });

  it.each<{ what: string; data: unknown; says: string }>([
    { what: 'a whole result', data: { schemaVersion: 1, files: [], gates: [] }, says: 'is a whole result' },
    { what: 'an array', data: [], says: 'is not a partial result' },
    { what: 'another version', data: { ...withMetrics({}), schemaVersion: 2 }, says: 'schemaVersion' },
    { what: 'an unknown key', data: { ...withMetrics({}), more: 1 }, says: 'is not a partial result' },
    { what: 'a negative number', data: withMetrics({ lines: -1 }), says: 'metrics.lines' },
    { what: 'a broken number', data: withMetrics({ lines: 1.5 }), says: 'metrics.lines' },
    {
      what: 'a duplicate of no function',
      data: withMetrics({ duplicates: [{ first: 0, second: 99, similarity: 1 }] }),
      says: 'points at a function that is not there',
    },
    { what: 'a part of fewer', data: { ...withMetrics({}), shard: { index: 3, count: 2 } }, says: 'shard' },
  ])('is refused with $what', ({ data, says }) => {
    expect(() => parsePartial(JSON.stringify(data), 'a.json')).toThrow(
      expect.objectContaining({ code: 'CSPR_USAGE' }),
    );
    try {
      parsePartial(JSON.stringify(data), 'a.json');
    } catch (error) {
      const { message, reason: why } = error as { message: string; reason?: string };
      expect(`${message} ${why}`).toContain(says);
    }
  });

  it('is refused with keys of a prototype, and with numbers that are none', () => {
    const written = JSON.stringify(withMetrics({}));
    for (const forged of [
      written.replace('"lines":', '"__proto__":{},"lines":'),
      written.replace('"schemaVersion":1', '"schemaVersion":1,"__proto__":{"sides":[]}'),
      written.replace(/"lines":\d+/, '"lines":1e999'),
      written.slice(0, -5),
    ]) {
      expect(() => parsePartial(forged, 'a.json')).toThrow(expect.objectContaining({ code: 'CSPR_USAGE' }));
    }
  });
});
