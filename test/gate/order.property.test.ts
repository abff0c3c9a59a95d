import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { gateNames } from '../../src/model/profile.ts';
import { resolveText } from '../config/create-files.ts';
import { buildFile, fileNumbers, judgeMetrics, type MeasuredChange } from './judge-metrics.ts';

type Settings = Readonly<Record<string, unknown>>;

const gates = fc.record(
  {
    'hotspot-decline': fc.constantFrom(true, false, { 'max-decline': 0.5 }),
    'code-health-decline': fc.constantFrom(true, false, { 'max-decline': 0.5 }),
    'new-code-health': fc.constantFrom(true, false, { 'min-score': 8 }),
    'critical-rules': fc.constantFrom<unknown[]>(true, false, ['low-cohesion', 'bumpy-road-ahead']),
    'advisory-rules': fc.constantFrom<unknown[]>(true, false, ['Complex Method', 'large-method']),
    'refactoring-goals': fc.boolean(),
    'supervise-goals': fc.boolean(),
  },
  { requiredKeys: [] },
);
const rules = fc.record(
  {
    'complex-method': fc.constantFrom<unknown[]>(
      'off',
      { severity: 'critical', weight: 0.2, 'max-cyclomatic-complexity': 20 },
      { severity: 'critical' },
    ),
    'large-method': fc.constantFrom<unknown[]>('off', { 'max-lines-of-code': 100, weight: 0.5 }),
    'deep-nested-complexity': fc.constantFrom<unknown[]>('off', { 'max-nesting-depth': 4 }),
    'complex-conditional': fc.constantFrom<unknown[]>('off', { weight: 0.3, severity: 'critical' }),
    'low-cohesion': fc.constantFrom<unknown[]>('off', { severity: 'advisory' }),
  },
  { requiredKeys: [] },
);
const override = fc.record(
  { files: fc.constantFrom('src/**', '**/a.ts', 'test/**', '**'), gates, rules },
  { requiredKeys: ['files'] },
);
const profile = fc.record(
  {
    version: fc.constant(1),
    extends: fc.constantFrom('bare-minimum', 'pay-down-tech-debt'),
    gates,
    rules,
    // Their order counts: the first that matches wins.
    overrides: fc.array(override, { maxLength: 3 }),
    goals: fc.constant([
      { files: 'src/**', goal: 'refactor', note: 'see the board' },
      { files: '**', goal: 'supervise' },
    ]),
  },
  { requiredKeys: ['version'] },
);

const changes: fc.Arbitrary<readonly MeasuredChange[]> = fc.uniqueArray(
  fc
    .record({
      path: fc.constantFrom('src/a.ts', 'src/b.ts', 'test/a.ts', 'lib/c.ts'),
      hotspot: fc.constantFrom(true, false, null),
      old: fc.option(fileNumbers),
      new: fileNumbers,
    })
    .map((change) => ({ ...change, old: change.old && buildFile(change.old), new: buildFile(change.new) })),
  { selector: ({ path }) => path, minLength: 1, maxLength: 4 },
);

/** The same settings with the keys of every map in another order; lists stay as they are. */
function permute(value: unknown, salt: number): unknown {
  if (Array.isArray(value)) return value.map((item) => permute(item, salt));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Settings).map(([key, item]) => [key, permute(item, salt)] as const);
  const turn = entries.length === 0 ? 0 : salt % entries.length;
  const turned = [...entries.slice(turn), ...entries.slice(0, turn)];
  return Object.fromEntries(salt % 2 === 0 ? turned : turned.reverse());
}

describe('the verdict', () => {
  it('never depends on the order of keys in the profile, in overrides neither', async () => {
    await fc.assert(
      fc.asyncProperty(profile, changes, fc.nat(5), async (settings, files, salt) => {
        const [written, permuted] = await Promise.all([
          resolveText(stringify(settings)),
          resolveText(stringify(permute(settings, salt))),
        ]);
        expect(judgeMetrics(files, permuted)).toEqual(judgeMetrics(files, written));
      }),
      { numRuns: 150 },
    );
  });

  it('never depends on the order of files', async () => {
    const strict = await resolveText('version: 1\nextends: clean-code-collective\n');
    fc.assert(
      fc.property(
        changes.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray([...files], { minLength: files.length })),
        ),
        ([files, shuffled]) => {
          expect(judgeMetrics(shuffled, strict)).toEqual(judgeMetrics(files, strict));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of these changes is not always the same', async () => {
    const strict = await resolveText('version: 1\nextends: clean-code-collective\n');
    const verdicts = fc
      .sample(changes, { numRuns: 100, seed: 1 })
      .map((files) => judgeMetrics(files, strict));
    for (const name of ['new-code-health', 'critical-rules', 'advisory-rules'] as const) {
      const index = gateNames.indexOf(name);
      const statuses = new Set(verdicts.map((results) => results[index]?.status));
      expect(statuses, name).toContain('failed');
    }
  });
});
