import fc from 'fast-check';

/** Patterns as CodeScene's files have them, and what they match by hand. */
const patterns: readonly (readonly [pattern: string | undefined, matches: (path: string) => boolean])[] = [
  ['**/*', () => true],
  [undefined, () => true],
  ['**/*.js', (path) => path.endsWith('.js')],
  ['/src/**', (path) => path.startsWith('src/')],
  ['./src/api/**', (path) => path.startsWith('src/api/')],
  ['**/test/**', (path) => /(?:^|\/)test\//.test(path)],
  ['src/*.ts', (path) => /^src\/[^/]+\.ts$/.test(path)],
  ['lib/', (path) => path.startsWith('lib/')],
];

export const paths = [
  'a.ts',
  'a.js',
  'src/a.ts',
  'src/a.js',
  'src/api/a.ts',
  'src/api/.hidden.js',
  'src/test/a.ts',
  'test/a.js',
  'lib/a.ts',
  'lib/test/b.js',
];

interface RandomSet<T> {
  readonly matches: (path: string) => boolean;
  /** As the file has it. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly content: T;
}

/** The first set that matches a path: what CodeScene's documentation says holds for it. */
export function firstMatch<T>(sets: readonly RandomSet<T>[], path: string): T | null {
  return sets.find(({ matches }) => matches(path))?.content ?? null;
}

function randomSets<T>(
  content: fc.Arbitrary<T>,
  toJson: (content: T) => Readonly<Record<string, unknown>>,
): fc.Arbitrary<readonly RandomSet<T>[]> {
  const set = fc.tuple(fc.constantFrom(...patterns), content).map(([[pattern, matches], given]) => ({
    matches,
    content: given,
    json: { ...(pattern === undefined ? {} : { matching_content_path: pattern }), ...toJson(given) },
  }));
  return fc.array(set, { maxLength: 4 });
}

/** What one rule set says: weights by CodeScene's name, and values of thresholds. */
export interface RandomRules {
  readonly weights: Readonly<Record<string, number | undefined>>;
  readonly thresholds: Readonly<Record<string, number | undefined>>;
}

export function randomRuleSets() {
  const weight = fc.option(fc.constantFrom(0, 0, 0.25, 0.5, 1), { nil: undefined });
  const value = (...values: readonly number[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const content: fc.Arbitrary<RandomRules> = fc.record({
    weights: fc.record({ 'Complex Method': weight, 'Bumpy Road Ahead': weight, 'Large Method': weight }),
    thresholds: fc.record({
      function_cyclomatic_complexity_warning: value(4, 9, 12),
      function_cyclomatic_complexity_alert: value(20, 100),
      function_max_arguments: value(4, 6),
    }),
  });
  return randomSets(content, ({ weights, thresholds }) => ({
    rules: entries(weights).map(([name, given]) => ({ name, weight: given })),
    thresholds: entries(thresholds).map(([name, given]) => ({ name, value: given })),
  }));
}

const keys = [
  'hotspot_decline',
  'critical_health_rules',
  'advisory_health_rules',
  'new_code_health',
  'refactoring_goals',
  'supervise_goals',
] as const;
export type RandomGates =
  | 'the-bare-minimum'
  | 'Clean Code Collective'
  | 'the_extra_mile'
  | Readonly<Record<(typeof keys)[number], boolean | undefined>>;

export function randomGateSets() {
  const toggle = fc.option(fc.boolean(), { nil: undefined });
  const content: fc.Arbitrary<RandomGates> = fc.oneof(
    fc.constantFrom('the-bare-minimum', 'Clean Code Collective', 'the_extra_mile' as const),
    fc.record(
      Object.fromEntries(keys.map((key) => [key, toggle])) as Record<(typeof keys)[number], typeof toggle>,
    ),
  );
  return randomSets(content, (gates) => ({
    quality_gates: typeof gates === 'string' ? gates : Object.fromEntries(entries(gates)),
  }));
}

function entries<T>(record: Readonly<Record<string, T | undefined>>): [string, T][] {
  return Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}
