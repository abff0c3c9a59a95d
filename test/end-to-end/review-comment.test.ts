import { afterEach, describe, expect, it } from 'vitest';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import type { Files } from '../helpers/create-repository.ts';
import { cloneOf, createPullRequest, type PullRequest, pipelineVariables } from './pull-request.ts';
import { type Run, runCli } from './run-cli.ts';
import { healthy, nested } from './source-code.ts';

const accessToken = 'ATCTT3xFfGN0-a-secret-token';
const rotatedToken = 'ATCTT3xFfGN0-the-next-token';
let server: BitbucketServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** The server of a pull request whose tip is the given commit. */
async function serve({ source }: PullRequest): Promise<BitbucketServer> {
  await server?.close();
  server = await startBitbucketServer({
    repository: { workspace: 'acme', repository: 'shop', commit: source, pullRequest: 42 },
    accepted: { accessToken, rotatedToken },
  });
  return server;
}

/** Runs `check` in the pull request's pipeline. */
function check(
  { apiUrl }: BitbucketServer,
  pullRequest: PullRequest,
  { token = accessToken, ...variables }: Record<string, string> = {},
): Promise<Run> {
  const env = pipelineVariables(pullRequest, { BITBUCKET_ACCESS_TOKEN: token, ...variables });
  return runCli(['check', '--api-url', apiUrl], { cwd: cloneOf(pullRequest).root, env });
}

/** The same pull request after a push. */
function push({ origin, destination }: PullRequest, files: Files): PullRequest {
  origin.checkout('feature');
  return { origin, destination, source: origin.commit('push', files) };
}

/** Takes back all that the branch did. */
const mended: Files = { 'src/a.ts': healthy(), 'src/b.ts': nested(5) };

/** A server for the pull request after a push, which holds the comments of the one before. */
async function serveNext(pullRequest: PullRequest, { state }: BitbucketServer): Promise<BitbucketServer> {
  const next = await serve(pullRequest);
  for (const { raw, user } of state.pullRequest.comments) next.state.pullRequest.addComment(raw, { user });
  return next;
}

const said = (run: Run) => run.stderr.split('\n').filter((line) => line.includes('comment: '));

describe('the comment of a pull request', () => {
  it('is created by the first run, and left alone by another one on the same commit', async () => {
    const pullRequest = createPullRequest();
    const bitbucket = await serve(pullRequest);
    const first = await check(bitbucket, pullRequest);
    expect(said(first)).toEqual(['comment: Comment 500 created.']);
    expect(first.exitCode).toBe(1);
    const { comments } = bitbucket.state.pullRequest;
    expect(comments[0]?.raw).toContain(
      `https://bitbucket.org/acme/shop/src/${pullRequest.source}/src/a.ts#lines-1`,
    );

    const second = await check(bitbucket, pullRequest, { BITBUCKET_BUILD_NUMBER: '18' });
    expect(said(second)).toEqual(['comment: Comment 500 says so already.']);
    expect(comments).toMatchObject([{ deleted: false, edits: 0 }]);
    expect(first.stderr + second.stderr + comments[0]?.raw).not.toContain(accessToken);
  });

  it('is edited in place after a push, and says that earlier findings are gone once they are mended', async () => {
    const pullRequest = createPullRequest();
    const before = await serve(pullRequest);
    await check(before, pullRequest);
    const next = push(pullRequest, mended);
    const bitbucket = await serveNext(next, before);

    const run = await check(bitbucket, next);

    expect(run.exitCode).toBe(0);
    expect(said(run)).toEqual(['comment: Comment 500 edited in place.']);
    const { comments } = bitbucket.state.pullRequest;
    expect(comments).toMatchObject([{ deleted: false, edits: 1 }]);
    expect(comments[0]?.raw).toMatch(/\bgone\b/);
    expect(comments[0]?.raw).toContain(next.source.slice(0, 12));
  });

  it('is not written where the pull request is quiet', async () => {
    const pullRequest = push(createPullRequest(), mended);
    const bitbucket = await serve(pullRequest);
    const run = await check(bitbucket, pullRequest);
    expect(said(run)).toEqual(['comment: Nothing to say: no finding changed, and every gate holds.']);
    expect(bitbucket.state.pullRequest.comments).toEqual([]);
  });

  it('is created anew where the token was replaced, and the old one is named', async () => {
    const pullRequest = createPullRequest();
    const before = await serve(pullRequest);
    await check(before, pullRequest);
    const next = push(pullRequest, { 'src/a.ts': nested(5) });
    const bitbucket = await serveNext(next, before);

    const first = await check(bitbucket, next, { token: rotatedToken });
    const second = await check(bitbucket, next, { token: rotatedToken });

    expect(said(first)[0]).toContain('Comment 501 created. Left as it is: comment 500');
    expect(said(second)[0]).toContain('Comment 501 says so already.');
    expect(bitbucket.state.pullRequest.comments).toMatchObject([{ edits: 0 }, { edits: 0, deleted: false }]);
  });

  it('of a newer commit is not overwritten, but the report is published', async () => {
    const pullRequest = createPullRequest();
    const bitbucket = await serve(pullRequest);
    bitbucket.state.pullRequest.tip = 'f'.repeat(40);
    const run = await check(bitbucket, pullRequest);
    expect(said(run).join()).toContain('is no longer the tip of pull request 42');
    expect(bitbucket.state.reports.size).toBe(1);
    expect(bitbucket.state.pullRequest.comments).toEqual([]);
  });

  it('that may not be read is a warning, and the verdict stands', async () => {
    const pullRequest = createPullRequest();
    const run = await check(await serve(pullRequest), pullRequest, { BITBUCKET_PR_ID: '43' });
    expect(run.exitCode).toBe(1);
    expect(said(run)[0]).toContain(
      'Warning: comment: Could not read pull request 43: Bitbucket answered 404.',
    );
  });
});
