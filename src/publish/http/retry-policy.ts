import { patience } from './patience.ts';

/** What came back for one request, or what broke it off. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly location: string | null;
      /** The scopes of the credentials, where the server names them. */
      readonly scopes?: string;
      readonly body: string;
    }
  | {
      readonly kind: 'broken';
      /** Error code of the system or the client library. */
      readonly code: string;
    };

/** Why a request is not repeated. */
export type GiveUpReason = 'not-repeatable' | 'lasting' | 'attempts' | 'wait-too-long' | 'out-of-time';

export type RetryDecision =
  | { readonly retry: true; readonly waitMs: number }
  | { readonly retry: false; readonly because: GiveUpReason; readonly waitMs: number };

export interface RetrySituation {
  readonly outcome: Outcome;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** How often it has been sent, from 1. */
  readonly attempt: number;
  /** Milliseconds since 1970, for `Retry-After` as a date. */
  readonly now: number;
  /** What is left of the time for this request. */
  readonly remainingMs: number;
}

/** A 2xx answer whose body is cut off: the request may have been done, the answer is lost. */
export const truncatedAnswer = 'TRUNCATED_ANSWER';
/** The request took longer than it may. */
export const requestTimedOut = 'ETIMEDOUT';

const passingCodes: readonly string[] = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EAI_AGAIN',
  requestTimedOut,
  truncatedAnswer,
];

/** Decides whether to send a request again after it failed, and after how long. Pure, without chance. */
export function decideRetry(situation: RetrySituation): RetryDecision {
  const askedToWait = readRetryAfter(situation);
  const waitMs = Math.max(askedToWait, backOff(situation.attempt));
  const because = findReasonToStop(situation, askedToWait, waitMs);
  return because === null ? { retry: true, waitMs } : { retry: false, because, waitMs: askedToWait };
}

function findReasonToStop(
  { outcome, repeatable, attempt, remainingMs }: RetrySituation,
  askedToWait: number,
  waitMs: number,
): GiveUpReason | null {
  if (!isPassing(outcome)) return 'lasting';
  if (askedToWait >= remainingMs) return askedToWait > 0 ? 'wait-too-long' : 'out-of-time';
  if (!repeatable && !isRefusedUnread(outcome)) return 'not-repeatable';
  if (attempt >= patience.attempts) return 'attempts';
  return waitMs >= remainingMs ? 'out-of-time' : null;
}

function isPassing(outcome: Outcome): boolean {
  if (outcome.kind === 'broken') return passingCodes.includes(outcome.code);
  return outcome.status === 429 || outcome.status >= 500;
}

/** Whether nothing can have come of a request: over the rate limit it is refused before anything is done. */
export function isRefusedUnread(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && outcome.status === 429;
}

/** Doubles from attempt to attempt, up to a cap. */
function backOff(attempt: number): number {
  return Math.min(patience.firstBackOff * 2 ** (attempt - 1), patience.longestBackOff);
}

/** Milliseconds that a `Retry-After` header asks for (RFC 9110, 10.2.3: seconds, or a date); 0 without one. */
function readRetryAfter({ outcome, now }: RetrySituation): number {
  if (outcome.kind === 'broken' || outcome.retryAfter === null) return 0;
  const value = outcome.retryAfter.trim();
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = / GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
