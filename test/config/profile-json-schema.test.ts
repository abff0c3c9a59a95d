import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { listBuiltInProfiles } from '../../src/config/index.ts';
import { profileJsonSchema } from '../../src/config/profile-json-schema.ts';
import { smells } from '../../src/smells/index.ts';
import { brokenProfiles } from './broken-profiles.ts';
import { readProblems } from './read-problems.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(profileJsonSchema());

const complete = `
version: 1
extends: bare-minimum
gates:
  hotspot-decline: true
  code-health-decline: { max-decline: 0.2 }
  new-code-health: { min-score: 9.0 }
  critical-rules: [complex-method, Bumpy Road Ahead]
  advisory-rules: false
  refactoring-goals: off
  supervise-goals: on
  coverage: { min-new-and-changed-lines: 80, min-executable-lines: 20 }
rules:
  complex-method: { max-cyclomatic-complexity: 10, severity: critical, weight: 0.5 }
  primitive-obsession: off
  Large Method: on
files:
  exclude: ["**/*.generated.ts", "vendor/**"]
  include: vendor/ours/**
  unmeasured: warn
overrides:
  - files: ["**/*.test.ts"]
    rules: { large-method: off }
    gates: { new-code-health: off }
goals:
  - { files: "src/billing/**", goal: refactor, note: "see PROJ-12" }
feedback:
  insights-report: true
  annotations: { degradations: true, improvements: off, uncovered-lines: on }
  build-status: true
  comment: on-change
suppressions: { new: ignore }
connections:
  ours: { type: access-token, url: "https://bitbucket.example.com", token-variable: OUR_TOKEN }
  mail: { type: api-token, email-variable: OUR_MAIL }
  proxy: { type: pipelines, url: "http://host.docker.internal:29418" }
`;

const goodProfiles = [
  ['an empty file', ''],
  ['one of every key', complete],
  ["CodeScene's own files", 'version: 1\nextends: codescene-files\n'],
  ['empty sections', 'gates:\nrules:\nfiles:\noverrides:\ngoals:\nfeedback:\nsuppressions:\nconnections:\n'],
  ...listBuiltInProfiles().map(({ name, text }) => [name, text] as const),
] as const;

describe('the JSON Schema of a profile', () => {
  it.each(goodProfiles)('accepts what the parser accepts: %s', (_, text) => {
    expect(readProblems(text)).toEqual([]);
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(brokenProfiles.filter(({ isYaml }) => isYaml))(
    'refuses what the parser refuses: $given',
    ({ text }) => {
      expect(validate(parse(text))).toBe(false);
    },
  );

  it('agrees with the parser on profiles of all kinds', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(anyProfile(), (profile) => {
        const text = stringify(profile);
        const isValid = readProblems(text).length === 0;
        verdicts.add(isValid);
        expect(validate(profile), text).toBe(isValid);
      }),
      { numRuns: 500 },
    );
    expect(verdicts.size).toBe(2);
  });

  it('is the same every time and says which draft it is', () => {
    expect(JSON.stringify(profileJsonSchema())).toBe(JSON.stringify(profileJsonSchema()));
    expect(profileJsonSchema()).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  it('is what the package ships for editors: "npm run schemas" writes it anew', () => {
    const shipped = new URL('../../schemas/quality-profile.schema.json', import.meta.url);
    expect(readFileSync(shipped, 'utf8')).toBe(`${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
  });

  it('describes every smell and every limit under its id and its name', () => {
    const text = JSON.stringify(profileJsonSchema());
    for (const { id, name, limits } of smells) {
      expect(text).toContain(`"${id}":`);
      expect(text).toContain(`"${name}":`);
      for (const limit of Object.values(limits))
        expect(text).toContain(JSON.stringify(limit.description).slice(1, -1));
    }
  });
});

/** Profiles with known keys and values that are mostly, but not always, right for them. */
function anyProfile(): fc.Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(null, 'yes', -1, 3, 11, 'x', [], {}, ['**'], '!x', true, 1.5);
  const mostly = (right: fc.Arbitrary<unknown>) =>
    fc.oneof({ arbitrary: right, weight: 12 }, { arbitrary: wrong, weight: 1 });
  const some = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
    mostly(
      fc.record(Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, mostly(value)])), {
        requiredKeys,
      }),
    );
  const list = (item: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(item), { maxLength: 2 }));

  const toggle = fc.constantFrom(true, false, 'on', 'off');
  const patterns = fc.oneof(
    fc.constantFrom('src/**', '**/*.ts', '!(a)'),
    list(fc.constantFrom('lib/**', '/lib')),
  );
  const smell = fc.constantFrom('complex-method', 'Large Method');
  const rule = fc.oneof(
    toggle,
    some({
      severity: fc.constantFrom('critical', 'advisory'),
      weight: fc.constantFrom(0, 0.5, 1),
      'max-cyclomatic-complexity': fc.nat(),
    }),
  );
  const rules = some({ 'complex-method': rule });
  const gates = some({
    'hotspot-decline': fc.oneof(toggle, some({ 'max-decline': fc.constantFrom(0, 0.2, 9) })),
    'new-code-health': fc.oneof(toggle, some({ 'min-score': fc.constantFrom(1, 9, 10) })),
    'critical-rules': fc.oneof(toggle, list(smell)),
    coverage: fc.oneof(
      toggle,
      some({
        'min-new-and-changed-lines': fc.constantFrom(0, 80, 100),
        'min-executable-lines': fc.constantFrom(1, 10),
      }),
    ),
    'supervise-goals': toggle,
  });
  const connection = fc.oneof(
    some({ type: fc.constant('access-token'), 'token-variable': fc.constantFrom('TOKEN', 'token') }, [
      'type',
    ]),
    some({ type: fc.constant('api-token'), 'email-variable': fc.constant('MAIL') }, ['type']),
    some({ type: fc.constant('pipelines'), url: fc.constantFrom('https://example.com', 'ftp://x') }),
  );
  return some({
    version: fc.constant(1),
    extends: fc.constantFrom('bare-minimum', './a.yml', '../b.yaml', 'a.yml'),
    gates,
    rules,
    files: some({ exclude: patterns, include: patterns, unmeasured: fc.constantFrom('fail', 'warn') }),
    overrides: list(some({ files: patterns, rules, gates }, ['files'])),
    goals: list(
      some(
        {
          files: patterns,
          goal: fc.constantFrom('refactor', 'supervise', 'no-goal'),
          note: fc.constant('why'),
        },
        ['files', 'goal'],
      ),
    ),
    feedback: some({
      annotations: fc.oneof(toggle, some({ improvements: toggle })),
      comment: fc.constantFrom('always', 'never'),
    }),
    suppressions: some({ new: fc.constantFrom('honour', 'ignore') }),
    connections: some({ ours: connection, auto: connection }),
  });
}
