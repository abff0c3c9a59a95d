import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudApiUrl } from '../../src/publish/api-url.ts';
import { publishComment } from '../../src/publish/bitbucket-cloud/publish-comment.ts';
import { publishReport } from '../../src/publish/bitbucket-cloud/publish-report.ts';
import type { Channel, ChannelOutcome } from '../../src/publish/channel.ts';
import type { Client } from '../../src/publish/http/api.ts';
import { createClient } from '../../src/publish/http/client.ts';
import { parseServerAddress } from '../../src/publish/server-address.ts';
import { userOf } from '../helpers/bitbucket-server/authentication.ts';
import { type BitbucketServer, identity, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { accessToken, createFakeTime, withAccessToken } from './run-publish.ts';
import { allFeedback, sampleReport } from './sample-report.ts';

const marker = '[codescene-pr:codescene-pr]: https://bitbucket.org/acme/shop/commits/0#findings';

/** Lets the requests of several runs pass one at a time, in a given order. */
interface Turnstile {
  readonly enter: (run: number) => Promise<void>;
  readonly leave: (run: number) => void;
}

/** A run that has left no longer counts; where its turn would be, another one's is. */
function createTurnstile(runs: number, turns: readonly number[]): Turnstile {
  const waiting = new Map<number, () => void>();
  const inside = new Set(Array.from({ length: runs }, (_, run) => run));
  const order = [...turns];
  const advance = () => {
    if (waiting.size < inside.size || waiting.size === 0) return;
    const ready = [...waiting.keys()].sort((first, second) => first - second);
    const run = ready[(order.shift() ?? 0) % ready.length] ?? 0;
    const pass = waiting.get(run);
    waiting.delete(run);
    pass?.();
  };
  return {
    enter: (run) =>
      new Promise((resolve) => {
        waiting.set(run, resolve);
        advance();
      }),
    leave: (run) => {
      inside.delete(run);
      advance();
    },
  };
}

describe('runs at the same time', () => {
  let server: BitbucketServer;
  const own = userOf(`Bearer ${accessToken}`);

  beforeAll(async () => {
    server = await startBitbucketServer({ accepted: { accessToken } });
  });

  afterAll(() => server.close());

  async function openClient(): Promise<Client> {
    const { connection } = withAccessToken(server);
    if (!connection) throw new Error('no connection');
    const { now, sleep } = createFakeTime();
    return createClient(connection, 30_000, { log: () => {}, now, sleep });
  }

  async function runAll(
    runs: number,
    turns: readonly number[],
    channel: Channel = publishComment,
  ): Promise<readonly ChannelOutcome[]> {
    const turnstile = createTurnstile(runs, turns);
    const results = Array.from({ length: runs }, async (_, run) => {
      const client = await openClient();
      const inTurn: Client = {
        ...client,
        send: async (request) => {
          await turnstile.enter(run);
          return client.send(request);
        },
      };
      const outcomes = await channel({
        client: inTurn,
        connection: 'access-token',
        server: parseServerAddress(cloudApiUrl, '--api-url'),
        // Each its own pipeline, and so its own text.
        target: {
          workspace: identity.workspace,
          repoSlug: identity.repository,
          commit: identity.commit,
          pullRequest: 7,
          buildNumber: run + 1,
        },
        report: sampleReport({ warnings: [`Run ${run}.`] }),
        reportId: 'codescene-pr',
        feedback: allFeedback,
      });
      turnstile.leave(run);
      client.close();
      return outcomes;
    });
    return (await Promise.all(results)).flat();
  }

  it('end with one report that has its result and all annotations in whatever order', async () => {
    const turns = fc.array(fc.nat({ max: 1 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(turns, async (order) => {
        server.state.reports.clear();
        await runAll(2, order, publishReport);
        expect(server.state.reports.size).toBe(1);
        const stored = server.state.reports.get(`${identity.commit}/codescene-pr`);
        expect(stored?.report).toMatchObject({ result: 'PASSED' });
        expect(stored?.report.details).not.toMatch(/still being published|could not be published/);
        expect(stored?.annotations.size).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    { runs: 2, earlier: 0 },
    { runs: 2, earlier: 2 },
    { runs: 3, earlier: 0 },
  ])(
    '$runs of them, with $earlier earlier comments, end with one comment in whatever order',
    async ({ runs, earlier }) => {
      const turns = fc.array(fc.nat({ max: runs - 1 }), { maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(turns, async (order) => {
          const { comments } = server.state.pullRequest;
          comments.splice(0);
          for (let count = 0; count < earlier; count += 1) {
            server.state.pullRequest.addComment(`Earlier.\n\n${marker}`, { user: own });
          }
          const outcomes = await runAll(runs, order);
          expect(outcomes.map(({ status }) => status)).toEqual(Array(runs).fill('published'));
          const live = comments.filter(({ deleted }) => !deleted);
          expect(live).toHaveLength(1);
          expect(live[0]?.raw).toMatch(/Run \d\./);
        }),
        { numRuns: 100 },
      );
    },
    30_000,
  );
});
