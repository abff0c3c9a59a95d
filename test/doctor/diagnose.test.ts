import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/doctor/index.ts';
import type {
  DiagnosisLine,
  Mark,
  PermissionName,
  PlaceFacts,
  RepositoryFacts,
  TargetFacts,
} from '../../src/model/diagnosis.ts';
import { allFeedback } from '../publish/sample-report.ts';
import { bitbucketFacts, hash, placeFacts, trouble } from './facts.ts';

const linesOf = (facts: PlaceFacts) => diagnose(facts).sections.flatMap(({ lines }) => lines);

function lineOf(facts: PlaceFacts, subject: string): DiagnosisLine {
  const found = linesOf(facts).find((line) => line.subject === subject);
  if (!found) throw new Error(`no line ${subject}`);
  return found;
}

const clone = (parts: Partial<RepositoryFacts>): Partial<PlaceFacts> => ({
  repository: { found: { root: '/build', isForeign: false, shallow: true, commits: 50, ...parts } },
});

const target = (parts: Partial<TargetFacts>): Partial<PlaceFacts> => ({
  target: {
    found: { ref: 'main', commit: hash, remote: null, mergeBase: null, history: null, ...parts },
  },
});

const variable = (name: string, parts: object = {}): Partial<PlaceFacts> => ({
  variables: [{ name, value: null, flag: null, trouble: null, commit: null, ...parts }],
});

/** One permission refused, in a place where all else is well. */
function refused(permission: PermissionName, parts: Partial<PlaceFacts> = {}, isNamed = false): PlaceFacts {
  const { permissions } = bitbucketFacts();
  const answers = permissions.map((each) =>
    each.permission === permission
      ? { ...each, status: 403, trouble: trouble('Bitbucket answered 403.') }
      : each,
  );
  return placeFacts({ bitbucket: bitbucketFacts({ permissions: answers, isNamed }), ...parts });
}

describe('diagnose', () => {
  it('finds a healthy place ready, without a warning', () => {
    const facts = placeFacts();
    expect(diagnose(facts).isReady).toBe(true);
    expect(linesOf(facts).filter(({ mark }) => mark !== 'ok')).toEqual([]);
  });

  it.each<{ what: string; facts: Partial<PlaceFacts>; subject: string; mark: Mark; says: string }>([
    {
      what: 'an old Node',
      facts: { node: '18.19.0' },
      subject: 'Node',
      mark: 'missing',
      says: '20 is the oldest',
    },
    { what: 'the oldest Node', facts: { node: '20.0.0' }, subject: 'Node', mark: 'ok', says: '20.0.0' },
    {
      what: 'no git',
      facts: { git: { trouble: trouble('git was not found.') } },
      subject: 'git',
      mark: 'missing',
      says: 'not found',
    },
    {
      what: 'no repository',
      facts: { repository: { trouble: trouble('No repository.') } },
      subject: 'repository',
      mark: 'missing',
      says: 'No repository',
    },
    {
      what: 'a clone of another user',
      facts: clone({ isForeign: true }),
      subject: 'repository',
      mark: 'ok',
      says: 'safe.directory',
    },
    {
      what: 'a shallow clone',
      facts: clone({}),
      subject: 'clone depth',
      mark: 'ok',
      says: '50 commits; what came before is cut off',
    },
    {
      what: 'no commit',
      facts: clone({ commits: null }),
      subject: 'clone depth',
      mark: 'missing',
      says: 'Nothing was committed',
    },
    {
      what: 'a target to fetch',
      facts: target({ commit: null, remote: { found: { tip: hash } } }),
      subject: 'target',
      mark: 'ok',
      says: 'which check fetches',
    },
    {
      what: 'an unknown target',
      facts: target({ commit: null }),
      subject: 'target',
      mark: 'missing',
      says: 'not in this clone',
    },
    {
      what: 'a target that is gone',
      facts: target({ commit: null, remote: { found: { tip: null } } }),
      subject: 'target',
      mark: 'missing',
      says: 'has no branch main',
    },
    {
      what: 'a target that is gone but known',
      facts: target({ remote: { found: { tip: null } } }),
      subject: 'target',
      mark: 'warning',
      says: 'what the clone has of it',
    },
    {
      what: 'a silent origin',
      facts: target({ remote: { trouble: trouble('origin does not answer.') } }),
      subject: 'target',
      mark: 'warning',
      says: 'cannot be fetched: origin does not answer.',
    },
    {
      what: 'a silent origin and nothing known',
      facts: target({ commit: null, remote: { trouble: trouble('origin does not answer.') } }),
      subject: 'target',
      mark: 'missing',
      says: 'cannot be fetched',
    },
    {
      what: 'no target',
      facts: { target: { found: null } },
      subject: 'target',
      mark: 'ok',
      says: 'nothing to compare',
    },
    {
      what: 'a hidden merge base',
      facts: {
        ...clone({}),
        ...target({ remote: { found: { tip: hash } }, mergeBase: { trouble: trouble('cut off') } }),
      },
      subject: 'merge base',
      mark: 'warning',
      says: 'fetches more history',
    },
    {
      what: 'no common history',
      facts: {
        ...clone({ shallow: false }),
        ...target({ remote: { found: { tip: hash } }, mergeBase: { trouble: trouble('no common history') } }),
      },
      subject: 'merge base',
      mark: 'missing',
      says: 'no common history',
    },
    {
      what: 'history at origin',
      facts: target({ history: 'from-origin' }),
      subject: 'history',
      mark: 'ok',
      says: 'asks origin',
    },
    {
      what: 'no history',
      facts: target({ history: 'missing' }),
      subject: 'history',
      mark: 'warning',
      says: 'hotspot-decline',
    },
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
    {
      what: 'a malformed address',
      facts: { bitbucket: bitbucketFacts({ api: { trouble: trouble('No address.') } }) },
      subject: 'API',
      mark: 'missing',
      says: 'No address',
    },
    {
      what: 'a Data Center',
      facts: {
        bitbucket: bitbucketFacts({
          api: { found: { url: 'https://git.acme.example', platform: 'bitbucket-data-center' } },
        }),
      },
      subject: 'API',
      mark: 'ok',
      says: 'https://git.acme.example (Bitbucket Data Center)',
    },
    {
      what: 'a malformed token',
      facts: {
        bitbucket: bitbucketFacts({
          credentials: [{ kind: 'access-token', source: { trouble: trouble('not a token') } }],
        }),
      },
      subject: 'access token',
      mark: 'missing',
      says: 'not a token',
    },
    {
      what: 'a half-set pair',
      facts: {
        bitbucket: bitbucketFacts({ leftovers: ['BITBUCKET_EMAIL is set but BITBUCKET_API_TOKEN is not.'] }),
      },
      subject: 'leftover',
      mark: 'warning',
      says: 'is not',
    },
    {
      what: 'no credentials',
      facts: { bitbucket: bitbucketFacts({ connection: { found: null } }) },
      subject: 'connection',
      mark: 'missing',
      says: 'nothing can be published',
    },
    {
      what: 'no credentials on a laptop',
      facts: { kind: 'local', bitbucket: bitbucketFacts({ connection: { found: null } }) },
      subject: 'connection',
      mark: 'ok',
      says: 'none',
    },
    {
      what: 'no repository to publish on',
      facts: { bitbucket: bitbucketFacts({ repository: null }) },
      subject: 'repository there',
      mark: 'missing',
      says: 'name a repository',
    },
    {
      what: 'the proxy',
      facts: { bitbucket: bitbucketFacts({ connection: { found: 'pipelines' }, permissions: [] }) },
      subject: 'build status, comment',
      mark: 'warning',
      says: 'adds no credentials',
    },
    {
      what: 'enough scopes',
      facts: { bitbucket: bitbucketFacts({ scopes: 'pullrequest:write' }) },
      subject: 'scopes',
      mark: 'ok',
      says: 'pullrequest:write',
    },
    {
      what: 'too few scopes',
      facts: { bitbucket: bitbucketFacts({ scopes: 'repository' }) },
      subject: 'scopes',
      mark: 'warning',
      says: 'needs pullrequest too',
    },
    {
      what: "an API token's scopes",
      facts: { bitbucket: bitbucketFacts({ scopes: 'read:pullrequest:bitbucket' }) },
      subject: 'scopes',
      mark: 'warning',
      says: 'needs repository too',
    },
  ])('says of $what: $mark', ({ facts, subject, mark, says }) => {
    const place = placeFacts(facts);
    const line = lineOf(place, subject);
    expect(line).toMatchObject({ mark });
    expect(line.found).toContain(says);
    expect(diagnose(place).isReady).toBe(mark !== 'missing');
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

describe('a repository without a commit', () => {
  it('is told so, and nothing of a target that it cannot have', () => {
    const lines = linesOf(placeFacts({ ...clone({ commits: null }), ...target({ commit: null }) }));
    const [depth] = lines.filter(({ subject }) => subject === 'clone depth');
    expect(depth).toMatchObject({ mark: 'missing', remedies: [{ say: 'Make the first commit.' }] });
    expect(lines.map(({ subject }) => subject)).not.toContain('target');
    expect(lines.map(({ subject }) => subject)).not.toContain('history');
  });
});

describe('a permission that is refused', () => {
  it('says once what to do where every request is refused for the same', () => {
    const { permissions } = bitbucketFacts();
    const same = { message: 'Bitbucket answered 401.', reason: null, hint: 'Check the token.' };
    const answers = permissions.map((each) => ({ ...each, status: 401, trouble: same }));
    const lines = linesOf(placeFacts({ bitbucket: bitbucketFacts({ permissions: answers }) }));
    const troubled = lines.filter(({ found }) => found.includes('401'));
    expect(troubled).toHaveLength(permissions.length);
    expect(troubled.flatMap(({ remedies }) => remedies)).toEqual([{ say: 'Check the token.' }]);
  });

  it.each<{ permission: PermissionName; subject: string; mark: Mark }>([
    { permission: 'repository', subject: 'read repository', mark: 'missing' },
    { permission: 'commit', subject: 'read commit', mark: 'missing' },
    { permission: 'report', subject: 'report, annotations', mark: 'missing' },
    { permission: 'build-status', subject: 'build status', mark: 'warning' },
    { permission: 'pull-request', subject: 'read pull request', mark: 'warning' },
    { permission: 'comment', subject: 'comment', mark: 'warning' },
  ])('is $mark for $permission, and missing where a connection is named', ({ permission, subject, mark }) => {
    expect(lineOf(refused(permission), subject)).toMatchObject({ mark });
    expect(lineOf(refused(permission, {}, true), subject)).toMatchObject({ mark: 'missing' });
    expect(lineOf(refused(permission, { kind: 'local' }), subject)).toMatchObject({ mark: 'warning' });
  });

  it('does not matter where the profile does not ask for it', () => {
    const silent = {
      name: 'quiet',
      origin: 'built-in',
      warnings: [],
      isStandIn: false,
      connections: {},
      feedback: { ...allFeedback, comment: 'never' as const },
    };
    const line = lineOf(refused('comment', { profile: { found: silent } }, true), 'comment');
    expect(line).toMatchObject({ mark: 'ok', remedies: [] });
    expect(line.found).toContain('The profile does not ask for it.');
  });

  it('makes a missing report no proof of anything', () => {
    expect(lineOf(refused('commit'), 'report, annotations')).toMatchObject({ mark: 'warning' });
  });
});
