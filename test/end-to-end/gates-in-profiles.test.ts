import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../../src/check-pull-request.ts';
import type { GateName } from '../../src/model/profile.ts';
import {
  createRepository,
  type Files,
  temporaryFolder,
  testEnvironment,
} from '../helpers/create-repository.ts';
import { complex, healthy, nested } from './source-code.ts';

interface Row {
  readonly when: string;
  /** On `main`; `src/a.ts` is healthy by default. */
  readonly before?: Files;
  readonly after: Files;
  /** What stands below `extends`. */
  readonly profile?: string;
  /** Which gates fail in bare-minimum, clean-code-collective and pay-down-tech-debt. */
  readonly fail: readonly [readonly GateName[], readonly GateName[], readonly GateName[]];
}

const none = [[], [], []] as const;
const everywhere = (...gates: GateName[]) => [gates, gates, gates] as const;
const stricter = (...gates: GateName[]) => [[], gates, gates] as const;

/** The root of a repository with the change on a branch that is checked out. */
function createChange({ before, after }: Row): string {
  const repository = createRepository();
  repository.commit('start', before ?? { 'src/a.ts': healthy() });
  repository.checkout('work');
  repository.commit('change', after);
  return repository.root;
}

async function failedGates(cwd: string, extended: string, added = ''): Promise<readonly GateName[]> {
  const profile = path.join(temporaryFolder(), 'quality-profile.yml');
  writeFileSync(profile, `version: 1\nextends: ${extended}\n${added}`);
  const request = { cwd, env: testEnvironment(), options: { target: 'main' }, profile };
  const { report } = await checkPullRequest(request);
  return report.gates.filter(({ status }) => status === 'failed').map(({ gate }) => gate);
}

/** Deep nesting costs 2.0 points: a file of one such function scores 9.38. */
const deep = nested(4);
const goal = (kind: string) => `goals: [{ files: "src/**", goal: ${kind} }]\n`;

describe('a change in a git repository, judged in every built-in profile', () => {
  it.each<Row>([
    { when: 'a healthy function is added', after: { 'src/a.ts': healthy() + healthy('b') }, fail: none },
    { when: 'nesting is at the limit', after: { 'src/a.ts': nested(3) }, fail: none },
    {
      when: 'nesting is one above it',
      after: { 'src/a.ts': deep },
      fail: [
        ['critical-rules'],
        ['code-health-decline', 'critical-rules'],
        ['code-health-decline', 'critical-rules'],
      ],
    },
    { when: 'complexity is at the limit', after: { 'src/new.ts': complex(8) }, fail: none },
    {
      when: 'complexity is one above it',
      after: { 'src/new.ts': complex(9) },
      fail: stricter('advisory-rules'),
    },
    {
      when: 'old nesting stays',
      before: { 'src/a.ts': deep },
      after: { 'src/a.ts': deep + healthy() },
      fail: none,
    },
    {
      when: 'old nesting gets better and stays above the limit',
      before: { 'src/a.ts': nested(6) },
      after: { 'src/a.ts': nested(5) },
      fail: none,
    },
    {
      when: 'old nesting gets worse',
      before: { 'src/a.ts': nested(5) },
      after: { 'src/a.ts': nested(6) },
      fail: everywhere('critical-rules'),
    },
    { when: 'a bad file is deleted', before: { 'src/a.ts': deep }, after: { 'src/a.ts': null }, fail: none },
    {
      when: 'a bad file is renamed',
      before: { 'src/a.ts': deep + complex(20) },
      after: { 'src/a.ts': null, 'src/b.ts': deep + complex(20) },
      fail: none,
    },
    {
      when: 'a bad file is renamed and gets worse',
      before: { 'src/a.ts': deep + complex(20) },
      after: { 'src/a.ts': null, 'src/b.ts': deep + complex(21) },
      fail: stricter('code-health-decline', 'advisory-rules'),
    },
    {
      when: 'a bad function moves into another file',
      before: { 'src/a.ts': healthy() + deep, 'src/b.ts': healthy('b') },
      after: { 'src/a.ts': healthy(), 'src/b.ts': healthy('b') + deep },
      fail: none,
    },
    {
      when: 'a new file scores what is asked for',
      after: { 'src/new.ts': deep },
      profile: 'gates: { new-code-health: { min-score: 9.38 } }\n',
      fail: everywhere('critical-rules'),
    },
    {
      when: 'a new file scores a hundredth less',
      after: { 'src/new.ts': deep },
      profile: 'gates: { new-code-health: { min-score: 9.39 } }\n',
      fail: everywhere('new-code-health', 'critical-rules'),
    },
    {
      when: 'a file declines by what is tolerated',
      after: { 'src/a.ts': deep },
      profile: 'gates: { code-health-decline: { max-decline: 0.62 }, critical-rules: off }\n',
      fail: none,
    },
    {
      when: 'a file declines by a hundredth more',
      after: { 'src/a.ts': deep },
      profile: 'gates: { code-health-decline: { max-decline: 0.61 }, critical-rules: off }\n',
      fail: everywhere('code-health-decline'),
    },
    {
      when: 'the severity of the rule is another one',
      after: { 'src/new.ts': deep },
      profile: 'rules: { deep-nested-complexity: { severity: advisory } }\n',
      fail: stricter('advisory-rules'),
    },
    {
      when: 'the rule is off',
      after: { 'src/a.ts': deep },
      profile: 'rules: { deep-nested-complexity: off }\n',
      fail: none,
    },
    {
      when: 'the limit is another one',
      after: { 'src/a.ts': deep },
      profile: 'rules: { deep-nested-complexity: { max-nesting-depth: 4 } }\n',
      fail: none,
    },
    {
      when: 'the gate is for other smells',
      after: { 'src/new.ts': deep },
      profile: 'gates: { critical-rules: [low-cohesion] }\n',
      fail: none,
    },
    {
      when: 'the gate is off for the path',
      after: { 'test/new.ts': deep },
      profile: 'overrides: [{ files: "test/**", gates: { critical-rules: off } }]\n',
      fail: none,
    },
    {
      when: 'the gate is off for another path',
      after: { 'src/new.ts': deep },
      profile: 'overrides: [{ files: "test/**", gates: { critical-rules: off } }]\n',
      fail: everywhere('critical-rules'),
    },
    {
      when: 'a file to refactor gets worse',
      before: { 'src/a.ts': complex(20) },
      after: { 'src/a.ts': complex(21) },
      profile: goal('refactor'),
      fail: [
        [],
        ['code-health-decline', 'advisory-rules'],
        ['code-health-decline', 'advisory-rules', 'refactoring-goals'],
      ],
    },
    {
      when: 'a supervised file declines',
      before: { 'src/a.ts': complex(20) },
      after: { 'src/a.ts': complex(21) },
      profile: `gates: { code-health-decline: off, advisory-rules: off }\n${goal('supervise')}`,
      fail: [[], [], ['supervise-goals']],
    },
    {
      when: 'a supervised file stays as it is',
      before: { 'src/a.ts': complex(20) },
      after: { 'src/a.ts': complex(20) + healthy() },
      profile: goal('supervise'),
      fail: none,
    },
    { when: 'text alone changes', after: { 'README.md': '# Text\n' }, fail: none },
  ])('when $when: $fail', async (row) => {
    const profiles = ['bare-minimum', 'clean-code-collective', 'pay-down-tech-debt'];
    const root = createChange(row);
    const failed = await Promise.all(profiles.map((name) => failedGates(root, name, row.profile)));
    expect(failed).toEqual(row.fail);
  });
});
