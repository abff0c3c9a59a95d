import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../src/delta/index.ts';
import type { ChangeType, DeltaFinding } from '../../src/model/finding.ts';
import { compareFile } from '../helpers/compare-file.ts';
import { createFile, createFinding, createFunction } from '../helpers/create-metrics.ts';

const smells = ['complex-method', 'large-method', 'bumpy-road-ahead'];

interface FunctionSpec {
  readonly name: string;
  readonly runs: readonly number[];
  /** Measured above the limit, by smell; 0 is no finding. */
  readonly above: readonly number[];
}

const specsOf = (mostRuns: number): fc.Arbitrary<FunctionSpec[]> =>
  fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'A.run', 'B.run', 'B.stop'),
      runs: fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: mostRuns }),
      above: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
    }),
    { selector: ({ name }) => name },
  );

const specs = specsOf(20);
/** Too small for one to be a part of another: a split has no inverse. */
const smallSpecs = specsOf(7);

/** The side that these functions make when they stand in this order. */
function build(functions: readonly FunctionSpec[]): ComparedSide {
  const metrics = functions.map(({ name, runs, above }, index) => {
    const bodySketch = [...runs].sort((a, b) => a - b);
    const line = index * 20 + 1;
    const bodyHash = [...bodySketch, ...above].join();
    return createFunction({ name, line, endLine: line + 15, bodyHash, bodySketch });
  });
  const findings = functions.flatMap(({ name, above }, index) =>
    smells.flatMap((smell, which) => {
      const finding = createFinding(smell, { function: name, line: index * 20 + 1 });
      const more = above[which] ?? 0;
      return more === 0 ? [] : [{ ...finding, measured: finding.limit + more }];
    }),
  );
  return { metrics: createFile(metrics), findings };
}

const withoutLines = (findings: readonly DeltaFinding[]) =>
  findings
    .map(
      ({ smell, function: name, changeType, measured, before }) =>
        `${changeType} ${smell} ${name} ${before} ${measured}`,
    )
    .sort();

describe('comparing', () => {
  it('finds nothing between a file and itself', () => {
    fc.assert(
      fc.property(specs, (functions) => {
        const { findings, unchanged } = compareFile({ old: build(functions), new: build(functions) });
        expect(findings).toEqual([]);
        expect(unchanged).toHaveLength(build(functions).findings.length);
      }),
    );
  });

  it('finds nothing where every function was renamed', () => {
    fc.assert(
      fc.property(specs, (functions) => {
        const bodies = new Set(functions.map(({ runs }) => [...runs].sort().join()));
        fc.pre(bodies.size === functions.length);
        const renamed = functions.map((fn) => ({ ...fn, name: `renamed ${fn.name}` }));
        const { findings, unchanged } = compareFile({ old: build(functions), new: build(renamed) });
        expect(findings).toEqual([]);
        expect(unchanged).toEqual(
          build(renamed).findings.toSorted((a, b) => a.line - b.line || (a.smell < b.smell ? -1 : 1)),
        );
      }),
    );
  });

  it('does not depend on the order of the functions', () => {
    fc.assert(
      fc.property(specs, specs, (old, head) => {
        const inOrder = compareFile({ old: build(old), new: build(head) });
        const reversed = compareFile({ old: build([...old].reverse()), new: build([...head].reverse()) });
        expect(withoutLines(reversed.findings)).toEqual(withoutLines(inOrder.findings));
      }),
    );
  });

  it('swaps introduced with fixed and degraded with improved when the sides are swapped', () => {
    fc.assert(
      fc.property(smallSpecs, smallSpecs, (old, head) => {
        const count = (findings: readonly DeltaFinding[], type: ChangeType) =>
          findings.filter(({ changeType }) => changeType === type).length;
        const there = compareFile({ old: build(old), new: build(head) });
        const back = compareFile({ old: build(head), new: build(old) });
        expect(count(back.findings, 'introduced')).toBe(count(there.findings, 'fixed'));
        expect(count(back.findings, 'fixed')).toBe(count(there.findings, 'introduced'));
        expect(count(back.findings, 'degraded')).toBe(count(there.findings, 'improved'));
        expect(count(back.findings, 'improved')).toBe(count(there.findings, 'degraded'));
        expect(back.unchanged).toHaveLength(there.unchanged.length);
      }),
    );
  });

  it('accounts for every finding of the new side once', () => {
    fc.assert(
      fc.property(specs, specs, (old, head) => {
        const { findings, unchanged } = compareFile({ old: build(old), new: build(head) });
        const present = findings.filter(({ changeType }) => changeType !== 'fixed');
        expect(present.length + unchanged.length).toBe(build(head).findings.length);
      }),
    );
  });
});
