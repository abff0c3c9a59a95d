import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPipeline, readPipelinesEnvironment } from '../../src/context/index.ts';
import { EnvironmentError } from '../../src/errors.ts';

const pullRequestBuild = {
  BITBUCKET_BUILD_NUMBER: '7',
  BITBUCKET_COMMIT: '8D081548cabb',
  BITBUCKET_BRANCH: 'feature/x',
  BITBUCKET_PR_ID: '42',
  BITBUCKET_PR_DESTINATION_BRANCH: 'main',
  BITBUCKET_PR_DESTINATION_COMMIT: '88a27cd7f221',
  BITBUCKET_WORKSPACE: 'my-team',
  BITBUCKET_REPO_SLUG: 'shop.web',
};

describe('readPipelinesEnvironment', () => {
  it('reads the build of a pull request', () => {
    expect(readPipelinesEnvironment(pullRequestBuild)).toEqual({
      commit: '8d081548cabb',
      branch: 'feature/x',
      tag: null,
      pullRequest: 42,
      destinationBranch: 'main',
      destinationCommit: '88a27cd7f221',
      workspace: 'my-team',
      repoSlug: 'shop.web',
    });
  });

  it('takes what is missing or empty for not said', () => {
    const nothing = { commit: null, branch: null, pullRequest: null, workspace: null, repoSlug: null };
    expect(readPipelinesEnvironment({})).toMatchObject(nothing);
    const empty = Object.fromEntries(Object.keys(pullRequestBuild).map((name) => [name, '']));
    expect(readPipelinesEnvironment(empty)).toMatchObject(nothing);
  });

  it('takes workspace and repository from the full name where their own variables are missing', () => {
    const both = { BITBUCKET_REPO_FULL_NAME: 'team/shop' };
    expect(readPipelinesEnvironment(both)).toMatchObject({ workspace: 'team', repoSlug: 'shop' });
    expect(readPipelinesEnvironment({ ...both, BITBUCKET_WORKSPACE: 'other' })).toMatchObject({
      workspace: 'other',
      repoSlug: 'shop',
    });
  });

  it.each([
    ['BITBUCKET_COMMIT', 'HEAD'],
    ['BITBUCKET_COMMIT', '8d0815'],
    ['BITBUCKET_COMMIT', '8d081548cabb\n'],
    ['BITBUCKET_COMMIT', '--output=/tmp/x'],
    ['BITBUCKET_PR_DESTINATION_COMMIT', 'main'],
    ['BITBUCKET_BRANCH', '--upload-pack=x'],
    ['BITBUCKET_BRANCH', 'a b'],
    ['BITBUCKET_PR_DESTINATION_BRANCH', 'main:refs/heads/main'],
    ['BITBUCKET_PR_DESTINATION_BRANCH', '$BITBUCKET_PR_DESTINATION_BRANCH\u001b[2J'],
    ['BITBUCKET_TAG', 'v1..v2'],
    ['BITBUCKET_PR_ID', '0'],
    ['BITBUCKET_PR_ID', '-1'],
    ['BITBUCKET_PR_ID', '1e3'],
    ['BITBUCKET_PR_ID', '../7'],
    ['BITBUCKET_PR_ID', '12345678901'],
    ['BITBUCKET_WORKSPACE', '..'],
    ['BITBUCKET_WORKSPACE', 'a/b'],
    ['BITBUCKET_WORKSPACE', '{123}'],
    ['BITBUCKET_REPO_SLUG', 'a?b'],
    ['BITBUCKET_REPO_SLUG', 'x'.repeat(129)],
    ['BITBUCKET_REPO_FULL_NAME', 'team'],
    ['BITBUCKET_REPO_FULL_NAME', 'team/shop/more'],
  ])('refuses %s with the value %j by name', (name, value) => {
    const read = () => readPipelinesEnvironment({ ...pullRequestBuild, [name]: value });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(new RegExp(`^${name} is "`));
    expect(read).not.toThrow(/\p{Cc}/u);
  });

  it('says of a variable that was not filled in that it has no value', () => {
    const read = () => readPipelinesEnvironment({ BITBUCKET_PR_ID: '$BITBUCKET_PR_ID' });
    expect(read).toThrow(expect.objectContaining({ reason: expect.stringContaining('has no value') }));
  });

  it('lets nothing through that could leave its place in an address or on a command line', () => {
    const names = Object.keys(pullRequestBuild).filter((name) => name !== 'BITBUCKET_BUILD_NUMBER');
    const nasty = fc.string({ unit: fc.constantFrom(...'a1.-/\\:?#%&= \n\u0000{}$;|`"\''), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...names), nasty, (name, value) => {
        let read: Record<string, unknown>;
        try {
          read = { ...readPipelinesEnvironment({ [name]: value }) };
        } catch (error) {
          expect(error).toBeInstanceOf(EnvironmentError);
          return;
        }
        const { workspace, repoSlug, ...others } = read;
        for (const text of Object.values(others).filter((text) => typeof text === 'string')) {
          expect(text).not.toMatch(/^-|^\/|\p{Cc}|[ :?\\]|\.\./u);
        }
        // A slug is one segment of an address and never on git's command line: within it two dots are letters.
        for (const text of [workspace, repoSlug].filter((text) => typeof text === 'string')) {
          expect(text).not.toMatch(/^-|\/|\p{Cc}|[ :?\\]|^\.{1,2}$/u);
        }
        for (const text of [workspace, repoSlug, read.commit]) {
          if (typeof text === 'string')
            expect(encodeURIComponent(text).replaceAll(/%7[BD]/g, '')).not.toContain('%');
        }
      }),
      { numRuns: 500, examples: [['BITBUCKET_WORKSPACE', 'a..']] },
    );
  });
});

describe('isPipeline', () => {
  it('knows a step by the variables that only a pipeline has', () => {
    expect(isPipeline(pullRequestBuild)).toBe(true);
    expect(isPipeline({ BITBUCKET_COMMIT: '8d081548cabb' })).toBe(true);
    expect(isPipeline({ BITBUCKET_WORKSPACE: 'team', BITBUCKET_REPO_SLUG: 'shop', CI: 'true' })).toBe(false);
    expect(isPipeline({ BITBUCKET_BUILD_NUMBER: '' })).toBe(false);
  });
});
