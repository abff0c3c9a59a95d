import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FinalStatus } from '../../../src/publish/build-status.ts';
import { openPublication } from '../../../src/publish/index.ts';
import * as answers from '../../helpers/bitbucket-server/answers.ts';
import {
  type DataCenterServer,
  dataCenterIdentity,
  startDataCenterServer,
} from '../../helpers/bitbucket-server/data-center.ts';
import { serverError } from '../../helpers/bitbucket-server/data-center-state.ts';
import { answering, type Fault } from '../../helpers/bitbucket-server/faults.ts';
import { createFakeTime } from '../run-publish.ts';
import { allFeedback, reportWithFindings, sampleReport } from '../sample-report.ts';
import { httpAccessToken, withHttpToken } from './data-center-servers.ts';

/** How many schedules: more where it is asked for. */
const schedules = Number(process.env.FAULT_SCHEDULES ?? 100);
const { project, repository, commit, pullRequest } = dataCenterIdentity;
const target = { workspace: project, repoSlug: repository, commit, pullRequest, sourceBranch: 'feature/x' };
const key = `${commit}/codescene-pr`;
const label = '[codescene-pr:codescene-pr]:';
const own = 1;
const other = 2;

/** A server that is slow and then gives up: the clock moves on while the client waits. */
const stall = 'stall';
/** Somebody changes every comment before the request is answered, so that its version is out of date. */
const interfere = 'interfere';
type Trouble = Fault | typeof stall | typeof interfere;

const wordy = `Failed for ${httpAccessToken}.`;
const missing = answering(serverError(404, wordy));

/** What passes, and refusals, which pass as well by the whim of a proxy. */
const passing: readonly Trouble[] = [
  stall,
  answering(answers.rateLimited()),
  answering(answers.rateLimited('1')),
  answering(serverError(500, wordy)),
  answering(serverError(503, wordy)),
  answering(answers.htmlError(502, 'Bad Gateway')),
  answering(answers.htmlError(400, 'Bad Request (400)')),
  answering(answers.silentlyUnauthorized),
  answering(serverError(403, wordy)),
  answering(serverError(409, wordy)),
  answering(answers.redirect(`https://elsewhere.example/${httpAccessToken}`)),
  missing,
  { kind: 'reset-in-body', applied: true },
  { kind: 'reset-in-body', applied: false },
  { kind: 'reset-without-answer', applied: true },
  { kind: 'reset-without-answer', applied: false },
  { kind: 'truncated-json', applied: true },
  { kind: 'truncated-json', applied: false },
];
const tooLong = answering(answers.rateLimited('3600'));

const someOf = (troubles: readonly Trouble[]) =>
  fc.option(fc.constantFrom(...troubles), { freq: 2, nil: null });
const scenario = fc.record({
  /** What meets the requests that begin the status, those of report and comment, and those that end the status. */
  first: fc.array(someOf([...passing, tooLong]), { maxLength: 5 }),
  met: fc.array(someOf([...passing, tooLong, interfere]), { minLength: 1, maxLength: 14 }),
  // As many as the three seconds allow that are kept back: a server that is down for good cannot be told anything.
  last: fc.array(fc.constantFrom(...passing.filter((trouble) => trouble !== stall)), { maxLength: 2 }),
  state: fc.constantFrom<FinalStatus['state'][]>('SUCCESSFUL', 'FAILED', 'STOPPED'),
  /** Comments that are there before: of our own, as doubles, and of others with a copied marker. */
  earlier: fc.array(fc.constantFrom('own', 'deleted', 'copy', 'remark'), { maxLength: 3 }),
  findings: fc.constantFrom(1, 1, 0, 101),
});

describe('random faults on Data Center', () => {
  let server: DataCenterServer;
  let waiting: (Trouble | null)[] = [];
  let stalled = 0;

  function meet(): Fault | null {
    const next = waiting.shift() ?? null;
    if (next === interfere) {
      for (const comment of server.state.comments) comment.version += 1;
      return null;
    }
    if (next !== stall) return next;
    stalled += 10_000;
    return { kind: 'reset-without-answer', applied: waiting.length % 2 === 0 };
  }

  beforeAll(async () => {
    const tokens = { [httpAccessToken]: own };
    server = await startDataCenterServer({ tokens, faults: () => meet() });
  });

  afterAll(() => server.close());

  type Schedule = Readonly<Record<'first' | 'met' | 'last', readonly (Trouble | null)[]>>;

  /** One run with a fake clock, which a stalling server moves on. */
  async function run({ first, met, last }: Schedule, state: FinalStatus['state'], findings: number) {
    const time = createFakeTime();
    const lines: string[] = [];
    stalled = 0;
    const io = {
      log: (line: string) => lines.push(line),
      sleep: time.sleep,
      now: () => time.now() + stalled,
    };
    const publication = openPublication({
      connection: withHttpToken(server),
      target,
      reportId: 'codescene-pr',
      buildStatus: true,
      timeoutMs: 30_000,
      dryRun: false,
      io,
    });
    const report = findings === 0 ? sampleReport({ files: [] }) : reportWithFindings(findings);
    const began = io.now();
    waiting = [...first];
    publication.begin();
    // The faults of the status are its own.
    await publication.publish(sampleReport({ files: [] }), noFeedback);
    waiting = [...met];
    const outcomes = await publication.publish(report, allFeedback);
    waiting = [...last];
    const ended = await publication.end({ state, description: `Over, ${httpAccessToken}.` });
    waiting = [];
    return { outcomes: [...outcomes, ended], lines, took: io.now() - began };
  }

  const annotations = () => server.state.reports.get(key)?.annotations ?? [];
  const ownComments = () =>
    server.state.comments.filter(({ author, text }) => author === own && text.includes(label));

  function prepare(earlier: readonly string[]): void {
    const { comments, deletedComments, reports, builds, addComment } = server.state;
    for (const list of [comments, deletedComments]) list.splice(0);
    for (const stored of [reports, builds]) stored.clear();
    for (const kind of earlier) {
      const text = kind === 'remark' ? 'Why?' : `Earlier.\n\n${label} https://x.example/1#findings`;
      addComment({ text, author: kind === 'own' || kind === 'deleted' ? own : other });
      if (kind === 'deleted') deletedComments.push(...comments.splice(-1));
    }
  }

  it(
    `leave no double, no status in progress, no secret and nothing unsaid, in ${schedules} schedules`,
    async () => {
      await fc.assert(
        fc.asyncProperty(scenario, async ({ first, met, last, state, earlier, findings }) => {
          prepare(earlier);
          const before = server.state.comments.length;
          const sent = server.requests.length;

          const faulty = await run({ first, met, last }, state, findings);
          expect(faulty.outcomes.map(({ channel }) => channel)).toEqual(channels);
          for (const { message } of faulty.outcomes) expect(message).toMatch(/^\S[^\n]*[.:)]/);
          const text = [...faulty.outcomes.map(({ message }) => message), ...faulty.lines].join('\n');
          expect(text).not.toContain(httpAccessToken);
          expect(JSON.stringify([...server.state.builds.values()])).not.toContain(httpAccessToken);
          expect(server.state.comments.length - before).toBeLessThanOrEqual(1);
          expect(server.requests.length - sent).toBeLessThanOrEqual(60 + 2);
          // One request in flight at the end of the time may still take its ten seconds, in each of the three parts.
          expect(faulty.took).toBeLessThanOrEqual(60_000);

          // What is said to be published is.
          const [report, annotated, , status] = faulty.outcomes.map((outcome) => outcome.status);
          if (report === 'published') expect(server.state.reports.get(key)?.report.result).toBe('PASS');
          // A server that denies that there is a report keeps the annotations that it has of it.
          if (annotated === 'published' && !met.includes(missing)) {
            const said = /^(\d+) published\./.exec(faulty.outcomes[1]?.message ?? '')?.[1] ?? 0;
            expect(annotations()).toHaveLength(Number(said));
          }
          const lastState = server.state.builds.get(key)?.states.at(-1);
          expect(lastState).not.toBe('INPROGRESS');
          const finals = state === 'STOPPED' ? ['CANCELLED', 'FAILED'] : [state];
          expect(status === 'published' ? finals : [...finals, undefined]).toContain(lastState);
          if (status === 'published') expect(faulty.outcomes[3]?.message).toContain(`${lastState} on commit`);

          const faultless = await run({ first: [], met: [], last: [] }, 'SUCCESSFUL', findings);
          expect(faultless.outcomes.filter((outcome) => outcome.status === 'failed')).toEqual([]);
          expect(server.state.reports.get(key)?.report.result).toBe('PASS');
          expect(new Set(annotations().map(({ externalId }) => externalId)).size).toBe(findings);
          expect(annotations()).toHaveLength(findings);
          expect(server.state.builds.get(key)?.states.at(-1)).toBe('SUCCESSFUL');
          const isQuiet = findings === 0 && !earlier.includes('own');
          expect(ownComments().length).toBeLessThanOrEqual(1);
          if (!isQuiet) expect(ownComments()).toHaveLength(1);
          const foreign = earlier.filter((kind) => kind === 'copy' || kind === 'remark');
          expect(server.state.comments.filter(({ author }) => author === other)).toHaveLength(foreign.length);
        }),
        { numRuns: schedules },
      );
    },
    schedules * 200,
  );
});

const channels = ['report', 'annotations', 'comment', 'build-status'];
const noFeedback = { ...allFeedback, insightsReport: false, comment: 'never' as const };
