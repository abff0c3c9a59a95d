import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { answering, type FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import type { Answer } from '../helpers/bitbucket-server/route.ts';
import { lineOf, openPractice, type Practice, type Visit } from './doctor-visit.ts';

let server: Practice['server'];
let visit: Practice['visit'];

beforeAll(async () => {
  ({ server, visit } = await openPractice());
});

afterAll(() => server.close());

describe('doctor where something is missing', () => {
  it.each<{ what: string; parts: Visit; subject: string; says: string; exitCode?: number }>([
    { what: 'git', parts: { env: { PATH: '/nowhere' } }, subject: 'git', says: '✗ git git was not found.' },
    {
      what: 'a commit that is a commit',
      parts: { env: { BITBUCKET_COMMIT: '--upload-pack=x' } },
      subject: 'BITBUCKET_COMMIT',
      says: 'is not the hash of a commit',
    },
    {
      what: 'the commit',
      parts: { without: ['BITBUCKET_COMMIT'] },
      subject: 'BITBUCKET_COMMIT',
      says: 'Not set',
    },
    {
      what: 'a commit that is cloned',
      parts: { env: { BITBUCKET_COMMIT: 'abcdefabcdef' } },
      subject: 'BITBUCKET_COMMIT',
      says: 'not in the clone',
      exitCode: 2,
    },
    {
      what: 'a pull request with a number',
      parts: { env: { BITBUCKET_PR_ID: '42/..' } },
      subject: 'BITBUCKET_PR_ID',
      says: 'not the number of a pull request',
    },
    {
      what: 'the pull request',
      parts: { without: ['BITBUCKET_PR_ID'] },
      subject: 'BITBUCKET_PR_ID',
      says: 'pull-requests:',
      exitCode: 0,
    },
    {
      what: 'the destination',
      parts: { without: ['BITBUCKET_PR_DESTINATION_BRANCH'] },
      subject: 'target',
      says: 'BITBUCKET_PR_DESTINATION_BRANCH is not set',
    },
    {
      what: 'a destination that is there',
      parts: { env: { BITBUCKET_PR_DESTINATION_BRANCH: 'gone', BITBUCKET_PR_DESTINATION_COMMIT: '' } },
      subject: 'target',
      says: 'origin has no branch gone',
    },
    {
      what: 'a workspace that is a slug',
      parts: { env: { BITBUCKET_WORKSPACE: '../admin' } },
      subject: 'BITBUCKET_WORKSPACE',
      says: 'not the slug of a workspace',
    },
    {
      what: 'a token that is a token',
      parts: { env: { BITBUCKET_ACCESS_TOKEN: 'two words' } },
      subject: 'access token',
      says: 'is not a token',
    },
    {
      what: 'a named connection',
      parts: { args: ['--connection', 'api-token'] },
      subject: 'connection',
      says: 'has no credentials here',
    },
    {
      what: 'the other half of a pair',
      parts: { env: { BITBUCKET_EMAIL: 'bot@acme.example' } },
      subject: 'leftover',
      says: 'BITBUCKET_API_TOKEN is not',
      exitCode: 0,
    },
    {
      what: 'more than an app password',
      parts: { env: { BITBUCKET_USERNAME: 'ada', BITBUCKET_APP_PASSWORD: 'hunter2hunter2' } },
      subject: 'leftover',
      says: 'switched app passwords off',
      exitCode: 0,
    },
    {
      what: 'an address of the API',
      parts: { args: ['--api-url', 'ftp://bitbucket.example'] },
      subject: 'API',
      says: 'not an http or https address',
    },
    {
      what: 'a safe way for the token',
      parts: { args: ['--api-url', 'http://bitbucket.example/2.0'] },
      subject: 'connection',
      says: 'plain http',
    },
    {
      what: 'a profile by that name',
      parts: { args: ['--profile', 'bare-minimun'] },
      subject: 'profile',
      says: 'Did you mean "bare-minimum"',
    },
    {
      what: 'a valid token',
      parts: { env: { BITBUCKET_ACCESS_TOKEN: 'another' } },
      subject: 'read repository',
      says: 'Token is invalid',
    },
    {
      what: 'the repository',
      parts: { env: { BITBUCKET_REPO_SLUG: 'other' } },
      subject: 'read repository',
      says: '404',
    },
    {
      what: 'a proxy',
      parts: {
        without: ['BITBUCKET_ACCESS_TOKEN', 'CODESCENE_PR_API_URL'],
        env: { CODESCENE_PR_PIPELINES_PROXY: 'http://127.0.0.1:1' },
      },
      subject: 'report, annotations',
      says: 'nothing answers at that address',
    },
  ])('says that $what is missing', async ({ parts, subject, says, exitCode = 2 }) => {
    const run = await visit(parts);
    expect(lineOf(run, subject), run.stdout).toContain(says);
    expect(run.stdout).not.toContain('hunter2');
    expect(run.exitCode).toBe(exitCode);
  });

  it("tells a refused permission from the others, with the API's own words", async () => {
    const refuse =
      (part: string, answer: Answer): FaultSchedule =>
      ({ path: asked }) =>
        asked.includes(part) ? answering(answer) : null;
    const forbidden = answers.coreError(403, 'Your credentials lack one or more required privilege scopes.');
    const run = await visit({ faults: refuse('/pullrequests/', forbidden) });
    expect(lineOf(run, 'comment')).toMatch(/^⚠ .*403\. It says: Your credentials lack/);
    expect(lineOf(run, 'report, annotations')).toMatch(/^✓/);
    expect(run.exitCode).toBe(0);
    const report = await visit({ faults: refuse('/reports/', forbidden) });
    expect(lineOf(report, 'report, annotations')).toMatch(/^✗/);
    expect(report.exitCode).toBe(2);
  });
});
