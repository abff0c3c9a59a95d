import { describe, expect, it } from 'vitest';
import * as answers from '../helpers/bitbucket-server/answers.ts';
import { always, answering, type FaultSchedule, onMethod } from '../helpers/bitbucket-server/faults.ts';
import { runPublish, withAccessToken } from './run-publish.ts';
import { reportWithFindings } from './sample-report.ts';
import { methodsOf, useFaultyServers } from './servers.ts';

const startServer = useFaultyServers();

describe('the limits of patience', () => {
  it('a Retry-After that does not fit ends the run, with a sentence', async () => {
    const server = await startServer(always(answering(answers.rateLimited('3600'))));
    const { outcomes, slept } = await runPublish(withAccessToken(server));
    expect(slept).toEqual([]);
    expect(methodsOf(server)).toBe('DELETE');
    expect(outcomes[0]?.message).toContain(
      'It asks to wait 3600 s before the next request, and 27 s are left',
    );
    expect(outcomes[0]?.message).toContain('stopped trying');
  });

  it('a Retry-After that does not fit in mid-run leaves only the result to be sent, once', async () => {
    const server = await startServer(onMethod('POST', [null, answering(answers.rateLimited('3600'))]));
    const { outcomes } = await runPublish(withAccessToken(server), { report: reportWithFindings(500) });
    expect(methodsOf(server)).toBe('DELETE PUT POST POST PUT');
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'failed']);
    expect(outcomes[1]?.message).toContain('400 of 500 could not be published');
  });

  it('waits never add up to more than the time for publishing', async () => {
    const server = await startServer(always(answering(answers.rateLimited('4')), 'POST'));
    const { outcomes, slept } = await runPublish(withAccessToken(server), { timeoutMs: 10_000 });
    expect(slept).toEqual([4000, 4000]);
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'failed']);
    expect(outcomes[1]?.message).toContain('wait 4 s before the next request, and 1 s are left');
  });

  it('a server that never answers costs no more than the time for publishing', async () => {
    const server = await startServer(always({ kind: 'hang' }, 'POST'));
    const started = performance.now();
    const { outcomes } = await runPublish(withAccessToken(server), {
      timeoutMs: 500,
      io: { log: () => {}, now: () => performance.now(), sleep: async () => {} },
    });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'failed']);
    expect(outcomes[1]?.message).toContain('there was no answer in time');
  });

  it('no more than 60 requests are repeated in a run, whatever fails', async () => {
    const rateLimit = answering(answers.rateLimited('0'));
    const faults: FaultSchedule = ({ ordinal }) => (ordinal % 5 === 4 ? null : rateLimit);
    const server = await startServer(faults);
    const { outcomes } = await runPublish(withAccessToken(server), {
      report: reportWithFindings(1000),
      timeoutMs: 1_000_000,
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['published', 'published']);
    expect(server.requests.length).toBeLessThanOrEqual(60 + 10);
  });

  it('a run that is told to stop sends nothing more', async () => {
    const controller = new AbortController();
    const server = await startServer(({ method }) => {
      if (method === 'POST') controller.abort();
      return null;
    });
    const { outcomes } = await runPublish(withAccessToken(server), {
      io: { log: () => {}, now: () => 0, sleep: async () => {}, signal: controller.signal },
    });
    expect(methodsOf(server)).toBe('DELETE PUT POST');
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(outcomes[0]?.message).toContain('the run was told to stop');
  });
});
