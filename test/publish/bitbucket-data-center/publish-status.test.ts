import { describe, expect, it } from 'vitest';
import { toStatusRequest } from '../../../src/publish/bitbucket-data-center/publish-status.ts';
import type { BuildState } from '../../../src/publish/build-status.ts';
import { parseServerAddress } from '../../../src/publish/server-address.ts';
import { readBuildUrl } from '../../../src/publish/target.ts';

const server = parseServerAddress('https://bitbucket.acme.example/git', '--api-url');
const target = { workspace: '~ada', repoSlug: 'web', commit: 'a'.repeat(40), pullRequest: 12 };

function request(state: BuildState, parts: object = {}) {
  const status = { state, description: 'Something\u0007 was said.' };
  return toStatusRequest(status, { target: { ...target, ...parts }, reportId: 'codescene-pr', server });
}

describe('a build status on Data Center', () => {
  it('is set by key, and may be set again', () => {
    expect(request('SUCCESSFUL', { sourceBranch: 'feature/x' })).toMatchObject({
      method: 'POST',
      path: `/api/latest/projects/~ada/repos/web/commits/${target.commit}/builds`,
      repeatable: true,
      role: 'last',
      body: {
        key: 'codescene-pr',
        state: 'SUCCESSFUL',
        name: 'Code Health',
        ref: 'refs/heads/feature/x',
        url: 'https://bitbucket.acme.example/git/users/ada/repos/web/pull-requests/12/overview',
      },
    });
  });

  it.each([
    ['INPROGRESS', 'INPROGRESS'],
    ['FAILED', 'FAILED'],
    ['STOPPED', 'CANCELLED'],
  ] as const)('%s is %s there', (state, expected) => {
    const { body } = request(state);
    expect(body).toMatchObject({ state: expected });
    expect(body).not.toHaveProperty('ref');
    expect(JSON.stringify(body)).not.toContain('\\u0007');
  });

  it('leads to the commit without a pull request, and to the build where its page is known', () => {
    expect(request('FAILED', { pullRequest: null }).body).toMatchObject({
      url: `https://bitbucket.acme.example/git/users/ada/repos/web/commits/${target.commit}`,
    });
    const buildUrl = 'https://jenkins.acme.example/job/7/';
    expect(request('FAILED', { buildUrl }).body).toMatchObject({ url: buildUrl });
  });

  it.each([
    [undefined, null],
    ['https://jenkins.acme.example/job/7/', 'https://jenkins.acme.example/job/7/'],
    ['http://localhost:8080/job/7/', null],
    ['http://jenkins.localhost/job/7/', null],
    ['http://LOCALHOST./job/7/', null],
    ['http://0.0.0.0:8080/job/7/', null],
    ['http://127.1/job/7/', null],
    ['http://localhost.acme.example/job/7/', 'http://localhost.acme.example/job/7/'],
    ['http://ada:word@jenkins.acme.example/', null],
    ['javascript:alert(1)', null],
    ['job/7', null],
    [`https://jenkins.acme.example/${'x'.repeat(430)}`, null],
  ])('takes the address %s of a build as %s', (value, expected) => {
    expect(readBuildUrl(value)).toBe(expected);
  });
});
