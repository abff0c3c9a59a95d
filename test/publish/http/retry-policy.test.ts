import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience } from '../../../src/publish/http/patience.ts';
import { decideRetry, type Outcome, type RetrySituation } from '../../../src/publish/http/retry-policy.ts';

const now = Date.UTC(2026, 10, 24, 12);

function answer(status: number, retryAfter: string | null = null): Outcome {
  return { kind: 'answer', status, retryAfter, location: null, body: '' };
}

function broken(code: string): Outcome {
  return { kind: 'broken', code };
}

function decide(outcome: Outcome, parts: Partial<RetrySituation> = {}) {
  return decideRetry({ outcome, repeatable: true, attempt: 1, now, remainingMs: 30_000, ...parts });
}

describe('what is tried again', () => {
  it.each([429, 500, 502, 503, 504, 555])('the status %i', (status) => {
    expect(decide(answer(status))).toEqual({ retry: true, waitMs: 500 });
  });

  it.each([301, 400, 401, 403, 404, 409, 413])('not the status %i', (status) => {
    expect(decide(answer(status))).toMatchObject({ retry: false, because: 'lasting' });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'TRUNCATED_ANSWER'])(
    'the breakage %s',
    (code) => {
      expect(decide(broken(code)).retry).toBe(true);
    },
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'CERT_HAS_EXPIRED', 'ERR_ABORTED'])('not the breakage %s', (code) => {
    expect(decide(broken(code))).toMatchObject({ retry: false, because: 'lasting' });
  });

  it('nothing that must not be done twice', () => {
    expect(decide(answer(503), { repeatable: false })).toMatchObject({
      retry: false,
      because: 'not-repeatable',
    });
  });
});

it('what is over the rate limit was not done, so that anything may be tried again', () => {
  expect(decide(answer(429), { repeatable: false })).toEqual({ retry: true, waitMs: 500 });
});

describe('how long it waits', () => {
  it('doubles from attempt to attempt and then stops', () => {
    const waits = [1, 2, 3, 4, 5].map((attempt) => decide(answer(500), { attempt }));
    expect(waits.map(({ waitMs, retry }) => (retry ? waitMs : 'stop'))).toEqual([
      500,
      1000,
      2000,
      4000,
      'stop',
    ]);
    expect(waits[4]).toMatchObject({ because: 'attempts' });
  });

  it('takes Retry-After in seconds and as a date', () => {
    expect(decide(answer(429, '7'))).toEqual({ retry: true, waitMs: 7000 });
    expect(decide(answer(503, 'Tue, 24 Nov 2026 12:00:09 GMT'))).toEqual({ retry: true, waitMs: 9000 });
  });

  it('is never faster than its own back-off', () => {
    expect(decide(answer(429, '0'))).toEqual({ retry: true, waitMs: 500 });
    expect(decide(answer(429, 'Tue, 24 Nov 2026 11:00:00 GMT'))).toEqual({ retry: true, waitMs: 500 });
  });

  it.each(['', 'soon', '-5', '1.5', '1e3', '24 Nov 2026'])('ignores the Retry-After %j', (value) => {
    expect(decide(answer(429, value))).toEqual({ retry: true, waitMs: 500 });
  });

  it('stops where Retry-After does not fit the time that is left', () => {
    expect(decide(answer(429, '29')).retry).toBe(true);
    expect(decide(answer(429, '30'))).toEqual({ retry: false, because: 'wait-too-long', waitMs: 30_000 });
    expect(decide(answer(429, '9'.repeat(400)))).toMatchObject({ retry: false, because: 'wait-too-long' });
  });

  it('stops where its back-off does not fit the time that is left', () => {
    expect(decide(answer(500), { remainingMs: 500 })).toMatchObject({ retry: false, because: 'out-of-time' });
    expect(decide(answer(500), { remainingMs: -1 })).toMatchObject({ retry: false, because: 'out-of-time' });
  });

  it('always ends within the time and the number of attempts', () => {
    const situation = fc.record({
      outcome: fc.oneof(
        fc
          .tuple(fc.integer({ min: 300, max: 599 }), fc.option(fc.string()))
          .map(([status, after]) => answer(status, after)),
        fc
          .tuple(fc.integer({ min: 429, max: 599 }), fc.nat().map(String))
          .map(([status, after]) => answer(status, after)),
        fc.string().map(broken),
      ),
      repeatable: fc.boolean(),
      attempt: fc.integer({ min: 1, max: 9 }),
      now: fc.constant(now),
      remainingMs: fc.integer({ min: -1000, max: 60_000 }),
    });
    fc.assert(
      fc.property(situation, (given) => {
        const decision = decideRetry(given);
        if (!decision.retry) return;
        expect(given.attempt).toBeLessThan(patience.attempts);
        expect(decision.waitMs).toBeLessThan(given.remainingMs);
        expect(decision.waitMs).toBeGreaterThan(0);
      }),
    );
  });
});
