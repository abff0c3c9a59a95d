import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FinalStatus } from '../../src/publish/build-status.ts';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { answering, type Fault, type FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { onStatus, open, publish, storedStatus, succeeded } from './open-publication.ts';
import { withAccessToken } from './run-publish.ts';
import { useServers } from './servers.ts';

const startServer = useServers();

/** Everything that a request can meet with and that passes; a refusal passes as well, by a proxy's whim. */
const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault[]>(
  answering(answers.rateLimited()),
  answering(answers.rateLimited('1')),
  answering(answers.htmlError(502, 'Bad Gateway')),
  answering(answers.coreError(503, 'Try later.')),
  answering(answers.coreError(403, 'No.')),
  answering(answers.silentlyUnauthorized),
  answering(answers.keyedError(409, 'conflict', 'Busy.')),
  answering(answers.redirect('https://elsewhere.example/')),
  { kind: 'reset-in-body', applied: true },
  { kind: 'reset-in-body', applied: false },
  { kind: 'reset-without-answer', applied: true },
  { kind: 'reset-without-answer', applied: false },
  { kind: 'truncated-json', applied: true },
  { kind: 'truncated-json', applied: false },
);

describe('under random faults', () => {
  it('a status never stays in progress, and is what the outcome says', async () => {
    let schedule: FaultSchedule = () => null;
    const server = await startServer({ faults: (subject) => schedule(subject) });
    // Four faults at the end are one fewer than it has requests.
    const plan = fc.record({
      start: fc.array(fc.option(fault), { maxLength: 5 }),
      end: fc.array(fault, { maxLength: 4 }),
      state: fc.constantFrom<FinalStatus['state'][]>('SUCCESSFUL', 'FAILED', 'STOPPED'),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ start, end, state }) => {
        server.state.statuses.clear();
        const { publication } = open(withAccessToken(server));
        schedule = onStatus(start);
        publication.begin();
        await publish(publication);
        schedule = onStatus(end);
        const { status } = await publication.end({ state, description: 'Over.' });
        const last = storedStatus(server)?.states.at(-1);
        expect(last).not.toBe('INPROGRESS');
        // What is refused can have been done: the answer to an earlier try may be lost.
        expect(status === 'published' ? [state] : [state, undefined]).toContain(last);
      }),
      { numRuns: 300 },
    );
  });

  it('converges with the next run', async () => {
    let schedule: FaultSchedule = () => null;
    const server = await startServer({ faults: (subject) => schedule(subject) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fault), { maxLength: 20 }), async (faults) => {
        server.state.statuses.clear();
        const first = open(withAccessToken(server)).publication;
        schedule = onStatus(faults);
        first.begin();
        await first.end({ state: 'FAILED', description: 'Over.' });
        schedule = () => null;
        const second = open(withAccessToken(server)).publication;
        second.begin();
        await second.end(succeeded);
        expect(storedStatus(server)?.states.at(-1)).toBe('SUCCESSFUL');
        expect(server.state.statuses.size).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});
