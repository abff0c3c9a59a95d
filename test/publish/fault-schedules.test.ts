import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { ChannelOutcome } from '../../src/publish/channel.ts';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { userOf } from '../helpers/bitbucket-server/authentication.ts';
import { answering, type Fault } from '../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, identity, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { accessToken, createFakeTime, runAllChannels, withAccessToken } from './run-publish.ts';
import { allFeedback, reportWithFindings, sampleReport } from './sample-report.ts';

/** How many schedules: more where it is asked for. */
const schedules = Number(process.env.FAULT_SCHEDULES ?? 300);
const quietReport = sampleReport({ files: [] });
const label = '[codescene-pr:codescene-pr]:';

/** A server that is slow and then gives up: the clock moves on while the client waits. */
const stall = 'stall';
type Trouble = Fault | typeof stall;

const wordy = `Failed for ${accessToken}.`;
const troubles: readonly Trouble[] = [
  stall,
  answering(answers.rateLimited()),
  answering(answers.rateLimited('1')),
  answering(answers.rateLimited('3600')),
  answering(answers.coreError(500, wordy)),
  answering(answers.htmlError(502, 'Bad Gateway')),
  answering(answers.keyedError(503, 'x.y', wordy)),
  answering(answers.htmlError(400, 'Bad Request (400)')),
  answering(answers.silentlyUnauthorized),
  answering(answers.coreError(403, wordy)),
  answering(answers.coreError(404, 'Not found.')),
  answering(answers.insightsError(409, wordy)),
  { kind: 'reset-in-body', applied: true },
  { kind: 'reset-in-body', applied: false },
  { kind: 'reset-without-answer', applied: true },
  { kind: 'reset-without-answer', applied: false },
  { kind: 'truncated-json', applied: true },
  { kind: 'truncated-json', applied: false },
];

const trouble = fc.option(fc.constantFrom(...troubles), { freq: 2, nil: null });
const scenario = fc.record({
  /** What meets the requests of the run, one after the other. */
  met: fc.array(trouble, { minLength: 1, maxLength: 14 }),
  /** Comments that are there before: of our own, as doubles, and of others with a copied marker. */
  earlier: fc.array(fc.constantFrom('own', 'copy', 'remark'), { maxLength: 3 }),
  findings: fc.constantFrom(1, 1, 0, 101),
});

describe('random faults', () => {
  let server: BitbucketServer;
  const own = userOf(`Bearer ${accessToken}`);
  let meet: () => Fault | null = () => null;

  beforeAll(async () => {
    server = await startBitbucketServer({ accepted: { accessToken }, faults: () => meet() });
  });

  afterAll(() => server.close());

  /** One run with a fake clock, which a stalling server moves on. */
  async function run(met: readonly (Trouble | null)[], report: Report, insightsReport = true) {
    const time = createFakeTime();
    const lines: string[] = [];
    const waiting = [...met];
    let stalled = 0;
    meet = () => {
      const next = waiting.shift() ?? null;
      if (next !== stall) return next;
      stalled += 10_000;
      return { kind: 'reset-without-answer', applied: waiting.length % 2 === 0 };
    };
    const io = {
      log: (line: string) => lines.push(line),
      sleep: time.sleep,
      now: () => time.now() + stalled,
    };
    const started = io.now();
    const { outcomes } = await runAllChannels(withAccessToken(server), {
      report,
      io,
      feedback: { ...allFeedback, insightsReport },
    });
    return { outcomes, lines, took: io.now() - started };
  }

  const ownComments = () =>
    server.state.pullRequest.comments.filter(
      ({ user, deleted, raw }) => user === own && !deleted && raw.includes(label),
    );

  const storedResult = () => server.state.reports.get(`${identity.commit}/codescene-pr`)?.report.result;

  it(
    `leave no double comment, no secret and nothing unsaid, in ${schedules} schedules`,
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario, async ({ met, earlier, findings }) => {
          const report = findings === 0 ? quietReport : reportWithFindings(findings);
          const { comments, addComment } = server.state.pullRequest;
          comments.splice(0);
          server.state.reports.clear();
          for (const kind of earlier) {
            const raw = kind === 'remark' ? 'Why?' : `Earlier.\n\n${label} https://x.example/1#findings`;
            addComment(raw, kind === 'own' ? { user: own } : {});
          }
          const before = comments.length;
          const sent = server.requests.length;

          const faulty = await run(met, report);
          expectSaid(faulty.outcomes);
          const text = [...faulty.outcomes.map(({ message }) => message), ...faulty.lines].join('\n');
          expect(text).not.toContain(accessToken);
          // What a run created and lost is found again before anything is created anew.
          expect(comments.length - before).toBeLessThanOrEqual(1);
          expect(server.requests.length - sent).toBeLessThanOrEqual(60 + 2);
          // One request in flight at the end of the time may still take its ten seconds.
          expect(faulty.took).toBeLessThanOrEqual(40_000);

          // A report that is said to be published is; what failed is made good by the next run.
          const isReported = faulty.outcomes[0]?.status === 'published';
          if (isReported) expect(storedResult()).toBe('PASSED');
          const faultless = await run([], report, !isReported);
          expect(faultless.outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
          const kept = ownComments();
          const isQuiet = findings === 0 && earlier.every((kind) => kind === 'remark');
          expect(kept.length).toBeLessThanOrEqual(1);
          if (!isQuiet) expect(kept).toHaveLength(1);
          expect(comments.filter(({ user, raw }) => user !== own && raw === '')).toEqual([]);
          expect(storedResult()).toBe('PASSED');
        }),
        { numRuns: schedules },
      );
    },
    schedules * 100,
  );
});

/** Report, annotations and comment each have one outcome, with a sentence. */
function expectSaid(outcomes: readonly ChannelOutcome[]): void {
  expect(outcomes.map(({ channel }) => channel)).toEqual(['report', 'annotations', 'comment']);
  for (const { message } of outcomes) expect(message).toMatch(/^\S[^\n]*[.:)]/);
}
