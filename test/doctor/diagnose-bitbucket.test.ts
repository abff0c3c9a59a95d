import { describe, expect, it } from 'vitest';
import type { Mark, PermissionName, PlaceFacts } from '../../src/model/diagnosis.ts';
import { allFeedback } from '../publish/sample-report.ts';
import { bitbucketFacts, placeFacts, trouble } from './facts.ts';
import { expectSaying, lineOf, linesOf, type Saying } from './said-lines.ts';

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

describe('diagnose on Bitbucket', () => {
  it.each<Saying>([
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
  ])('says of $what: $mark', expectSaying);
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
