import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateName, gateNames, type Profile } from '../../src/model/profile.ts';
import type { GateResult } from '../../src/model/report.ts';
import { resolveText } from '../config/create-files.ts';
import {
  buildFile,
  type FileNumbers,
  type FunctionNumbers,
  fileNumbers,
  judgeMetrics,
} from './judge-metrics.ts';

const path = 'src/a.ts';

/** Every gate that judges code is on, without tolerance, and the file has the goal. */
const strictest = (goal: 'refactor' | 'supervise') =>
  resolveText(`version: 1\nextends: pay-down-tech-debt\ngoals: [{ files: "src/**", goal: ${goal} }]\n`);

const tolerant = () =>
  resolveText(
    'version: 1\nextends: clean-code-collective\ngates: { code-health-decline: { max-decline: 0.5 }, new-code-health: { min-score: 7 } }\n',
  );

const failed = (results: readonly GateResult[]): readonly GateName[] =>
  results.filter(({ status }) => status === 'failed').map(({ gate }) => gate);

const judge = (old: FileNumbers | null, head: FileNumbers | null, profile: Profile) =>
  judgeMetrics([{ path, hotspot: true, old: old && buildFile(old), new: head && buildFile(head) }], profile);

/** What can get worse in a file, and how: each takes the file and by how much. */
type Worsening = (file: FileNumbers, at: number, by: number) => FileNumbers;

function worsenFunction(change: (fn: FunctionNumbers, by: number) => FunctionNumbers): Worsening {
  return (file, at, by) => {
    const all = Object.entries(file.functions);
    const chosen = all[at % Math.max(1, all.length)]?.[0];
    const functions = all.map(([name, fn]) => [name, name === chosen ? change(fn, by) : fn]);
    return { ...file, functions: Object.fromEntries(functions) };
  };
}

const raiseOne = (values: readonly number[], at: number, by: number, most = Number.POSITIVE_INFINITY) =>
  values.map((value, index) => (index === at % values.length ? Math.min(most, value + by) : value));

const worsenings: Readonly<Record<string, Worsening>> = {
  'the complexity of a function': worsenFunction((fn, by) => {
    return { ...fn, cyclomaticComplexity: fn.cyclomaticComplexity + by };
  }),
  'the lines of a function': worsenFunction((fn, by) => ({ ...fn, linesOfCode: fn.linesOfCode + by })),
  'the nesting of a function': worsenFunction((fn, by) => {
    return { ...fn, maxNestingDepth: fn.maxNestingDepth + by };
  }),
  'the bumps of a function': worsenFunction((fn, by) => ({ ...fn, bumps: fn.bumps + by })),
  'the arguments of a function': worsenFunction((fn, by) => ({ ...fn, parameters: fn.parameters + by })),
  'a condition of a function': worsenFunction((fn, by) => {
    return { ...fn, operators: raiseOne(fn.operators, by, 1 + (by % 4)) };
  }),
  'the count of complex conditions': worsenFunction((fn, by) => {
    return { ...fn, operators: [...fn.operators, 2 + (by % 4)] };
  }),
  'an embedded block': worsenFunction((fn, by) => ({ ...fn, embedded: raiseOne(fn.embedded, by, by) })),
  'global conditionals': (file, _at, by) => {
    const { cyclomaticComplexity } = file.global;
    return { ...file, global: { ...file.global, cyclomaticComplexity: cyclomaticComplexity + by } };
  },
  'global nesting': (file, _at, by) => {
    return { ...file, global: { ...file.global, maxNestingDepth: file.global.maxNestingDepth + by } };
  },
  'the cohesion of a class': (file, at, by) => ({
    ...file,
    classes: file.classes.map((one, index) =>
      index === at % file.classes.length ? { ...one, cohesionGroups: one.cohesionGroups + by } : one,
    ),
  }),
  'the likeness of functions': (file, at, by) => {
    return { ...file, likeness: raiseOne(file.likeness, at, by, 100) };
  },
};

/** A file and what may have become of it: mostly something near it, so that some gates hold and some do not. */
const change = fileNumbers.chain((old) =>
  fc.record({
    old: fc.option(fc.constant(old), { freq: 5 }),
    new: fc.oneof(
      fc.constant(old),
      fileNumbers,
      fc
        .tuple(fc.constantFrom(...Object.values(worsenings)), fc.nat(7), fc.integer({ min: 1, max: 40 }))
        .map(([worsen, at, by]) => worsen(old, at, by)),
    ),
  }),
);

const healthyNumbers: FunctionNumbers = {
  cyclomaticComplexity: 1,
  linesOfCode: 10,
  maxNestingDepth: 0,
  bumps: 0,
  parameters: 0,
  operators: [],
  embedded: [],
};

const oneFunction = (operators: readonly number[]): FileNumbers => ({
  functions: { a: { ...healthyNumbers, operators: [...operators] } },
  global: { cyclomaticComplexity: 1, maxNestingDepth: 0 },
  classes: [],
  likeness: [],
});

describe('a metric that gets worse', () => {
  it.each(Object.entries(worsenings))('never makes a failed gate pass: %s', async (_, worsen) => {
    const profiles = await Promise.all([strictest('refactor'), strictest('supervise'), tolerant()]);
    fc.assert(
      fc.property(
        change,
        fc.nat(7),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(...profiles),
        ({ old, new: head }, at, by, profile) => {
          const before = failed(judge(old, head, profile));
          expect(failed(judge(old, worsen(head, at, by), profile))).toEqual(
            expect.arrayContaining([...before]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never makes a failed gate pass where a function has several complex conditions', async () => {
    const profile = await strictest('refactor');
    const operators = fc.array(fc.integer({ min: 2, max: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(operators, operators, fc.nat(3), fc.integer({ min: 1, max: 4 }), (old, head, at, by) => {
        const before = failed(judge(oneFunction(old), oneFunction(head), profile));
        const after = failed(judge(oneFunction(old), oneFunction(raiseOne(head, at, by)), profile));
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
      { numRuns: 1000 },
    );
  });

  it('is judged by files of which some gates fail and some hold', async () => {
    const profile = await strictest('refactor');
    const verdicts = fc
      .sample(change, { numRuns: 200, seed: 1 })
      .map(({ old, new: head }) => failed(judge(old, head, profile)));
    for (const gate of gateNames.slice(0, 6)) {
      expect(
        verdicts.some((all) => all.includes(gate)),
        gate,
      ).toBe(true);
      expect(
        verdicts.some((all) => !all.includes(gate)),
        gate,
      ).toBe(true);
    }
  });
});

describe('a change that is split in two', () => {
  const steps = fileNumbers.chain((first) => {
    const next = fc.oneof(
      fileNumbers,
      fc.constant(first),
      fc
        .tuple(fc.constantFrom(...Object.values(worsenings)), fc.nat(7), fc.integer({ min: 1, max: 9 }))
        .map(([worsen, at, by]) => worsen(first, at, by)),
    );
    return fc.tuple(fc.constant(first), next, next);
  });

  it.each(['refactor', 'supervise'] as const)(
    'fails one of the halves for each gate that fails for the whole, with the goal "%s"',
    async (goal) => {
      const profile = await strictest(goal);
      fc.assert(
        fc.property(steps, ([a, b, c]) => {
          const halves = [judge(a, b, profile), judge(b, c, profile)].flatMap(failed);
          expect(halves).toEqual(expect.arrayContaining([...failed(judge(a, c, profile))]));
        }),
        { numRuns: 500 },
      );
    },
  );

  it('never hides a bad new file from the gates on new and on declining code together', async () => {
    const profile = await strictest('refactor');
    fc.assert(
      fc.property(fileNumbers, fileNumbers, (b, c) => {
        const whole = failed(judge(null, c, profile));
        const halves = [judge(null, b, profile), judge(b, c, profile)].flatMap(failed);
        if (whole.includes('new-code-health')) {
          expect(
            ['new-code-health', 'code-health-decline'].some((gate) => halves.includes(gate as GateName)),
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaks what a tolerance allows twice: that is what the ratchet is for', async () => {
    const profile = await tolerant();
    const withConditions = (...functions: readonly (readonly number[])[]): FileNumbers => ({
      ...oneFunction([]),
      functions: Object.fromEntries(
        functions.map((operators, index) => [`f${index}`, { ...healthyNumbers, operators: [...operators] }]),
      ),
    });
    const [a, b, c] = [withConditions([], []), withConditions([2], []), withConditions([2], [2])];
    const decline = (from: FileNumbers, to: FileNumbers) => failed(judge(from, to, profile));
    expect(decline(a, b)).not.toContain('code-health-decline');
    expect(decline(b, c)).not.toContain('code-health-decline');
    expect(decline(a, c)).toContain('code-health-decline');
  });
});
