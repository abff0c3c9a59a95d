import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/doctor/index.ts';
import type { PlaceFacts } from '../../src/model/diagnosis.ts';
import { bitbucketFacts, hash, placeFacts, target, trouble } from './facts.ts';
import { expectSaying, linesOf, type Saying } from './said-lines.ts';

const variable = (name: string, parts: object = {}): Partial<PlaceFacts> => ({
  variables: [{ name, value: null, flag: null, trouble: null, commit: null, ...parts }],
});

describe('diagnose', () => {
  it('finds a healthy place ready, without a warning', () => {
    const facts = placeFacts();
    expect(diagnose(facts).isReady).toBe(true);
    expect(linesOf(facts).filter(({ mark }) => mark !== 'ok')).toEqual([]);
  });

  it('says what to do about everything that is missing', () => {
    const facts = placeFacts({
      node: '18.0.0',
      git: { trouble: trouble('git was not found.') },
      ...target({ commit: null, remote: { found: { tip: null } } }),
      ...variable('BITBUCKET_COMMIT'),
      bitbucket: bitbucketFacts({ connection: { found: null }, permissions: [] }),
    });
    const lacking = linesOf(facts).filter(({ mark }) => mark === 'missing');
    expect(lacking.map(({ subject }) => subject)).toEqual([
      'Node',
      'git',
      'BITBUCKET_COMMIT',
      'target',
      'connection',
    ]);
    for (const { remedies } of lacking) expect(remedies.length).toBeGreaterThan(0);
  });
});

describe('diagnose on the pipeline and the profile', () => {
  it.each<Saying>([
    {
      what: 'a malformed variable',
      facts: variable('BITBUCKET_PR_ID', { value: '4/2', trouble: trouble('BITBUCKET_PR_ID is wrong.') }),
      subject: 'BITBUCKET_PR_ID',
      mark: 'missing',
      says: 'is wrong',
    },
    {
      what: 'no commit of the build',
      facts: variable('BITBUCKET_COMMIT'),
      subject: 'BITBUCKET_COMMIT',
      mark: 'missing',
      says: 'Not set',
    },
    {
      what: 'a commit that is not cloned',
      facts: variable('BITBUCKET_COMMIT', { value: hash }),
      subject: 'BITBUCKET_COMMIT',
      mark: 'warning',
      says: 'not in the clone',
    },
    {
      what: 'no destination',
      facts: variable('BITBUCKET_PR_DESTINATION_BRANCH'),
      subject: 'BITBUCKET_PR_DESTINATION_BRANCH',
      mark: 'missing',
      says: 'Not set',
    },
    {
      what: 'no pull request',
      facts: { kind: 'branch', ...variable('BITBUCKET_PR_ID') },
      subject: 'BITBUCKET_PR_ID',
      mark: 'warning',
      says: 'nothing is published',
    },
    {
      what: 'no tip of the destination',
      facts: variable('BITBUCKET_PR_DESTINATION_COMMIT'),
      subject: 'BITBUCKET_PR_DESTINATION_COMMIT',
      mark: 'ok',
      says: 'not needed',
    },
    {
      what: 'a flag instead',
      facts: variable('BITBUCKET_PR_ID', { value: '7', flag: '--pull-request' }),
      subject: '--pull-request',
      mark: 'ok',
      says: '7',
    },
    {
      what: 'no pipeline',
      facts: { kind: 'local', variables: [] },
      subject: 'place',
      mark: 'ok',
      says: 'working tree',
    },
    {
      what: 'a broken profile',
      facts: { profile: { trouble: trouble('p.yml:3:1 gates: wrong') } },
      subject: 'profile',
      mark: 'missing',
      says: 'p.yml:3:1',
    },
  ])('says of $what: $mark', expectSaying);
});
