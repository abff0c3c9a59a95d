import { PublishError } from '../../errors.ts';
import { resolveWithin } from '../api-url.ts';
import type { Connection } from '../connection.ts';
import type { PublishSurroundings } from '../surroundings.ts';
import type { ApiAnswer, ApiRequest, Client } from './api.ts';
import { explainFailure, toSafeLine } from './explain-failure.ts';
import { patience } from './patience.ts';
import {
  decideRetry,
  isRefusedUnread,
  type Outcome,
  type RetryDecision,
  type RetrySituation,
  truncatedAnswer,
} from './retry-policy.ts';
import { openTransport, type Transport } from './transport.ts';

interface Session {
  readonly connection: Connection;
  readonly transport: Transport;
  readonly surroundings: PublishSurroundings;
  readonly deadline: number;
  /** Milliseconds before the deadline that are kept for the last request. */
  readonly reserve: number;
  /** Requests that may still be sent, and how many there could be. */
  readonly counter: { left: number; readonly all: number };
  /** Set once Bitbucket asks for a longer wait than there is time. */
  readonly stop: { asked: boolean };
}

/**
 * A client of the Bitbucket Cloud REST API.
 * @param timeoutMs the time that all its requests may take together, waits included.
 * @param requests how many requests it may send, repetitions included and batches left out.
 */
export async function createClient(
  connection: Connection,
  timeoutMs: number,
  surroundings: PublishSurroundings,
  requests: number = patience.requestsPerRun,
): Promise<Client> {
  const session: Session = {
    connection,
    surroundings,
    deadline: surroundings.now() + timeoutMs,
    transport: await openTransport(connection),
    reserve: Math.min(patience.longestReserve, timeoutMs * patience.reserveShare),
    counter: { left: requests, all: requests },
    stop: { asked: false },
  };
  return { send: (request) => send(session, request), close: session.transport.close };
}

async function send(session: Session, request: ApiRequest): Promise<ApiAnswer> {
  const url = resolveWithin(session.connection.apiUrl, request.path);
  if (url === null) throw leadsOutside(session, request);
  for (let attempt = 1; ; attempt += 1) {
    admit(session, request, attempt);
    const outcome = await exchange(session, request, url);
    if (isSuccess(outcome, request)) return toAnswer(outcome);
    const remainingMs = remainingFor(session, request);
    const decision = decide(session, request, { outcome, attempt, remainingMs });
    const { sleep, signal } = session.surroundings;
    if (decision.retry) await sleep(decision.waitMs, signal);
    const done = mayBeDone(outcome, decision) ? await request.findResult?.() : null;
    if (done) return done;
    if (decision.retry) continue;
    if (decision.because === 'wait-too-long') session.stop.asked = true;
    const { connection } = session;
    throw explainFailure({ request, connection, outcome, decision, attempts: attempt, remainingMs });
  }
}

function toAnswer({ status, body, scopes }: Outcome & { readonly kind: 'answer' }): ApiAnswer {
  return { status, body: parseBody(body) ?? null, ...(scopes === undefined ? {} : { scopes }) };
}

async function exchange(session: Session, request: ApiRequest, url: URL): Promise<Outcome> {
  const outcome = await session.transport.exchange({
    method: request.method,
    url,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    timeoutMs: Math.min(patience.requestTimeout, remainingFor(session, request)),
    signal: session.surroundings.signal,
  });
  return isCutOff(outcome) ? { kind: 'broken', code: truncatedAnswer } : outcome;
}

function decide(
  { surroundings }: Session,
  { method, repeatable, findResult }: ApiRequest,
  situation: Pick<RetrySituation, 'outcome' | 'attempt' | 'remainingMs'>,
): RetryDecision {
  return decideRetry({
    ...situation,
    repeatable: method !== 'POST' || repeatable === true || findResult !== undefined,
    now: surroundings.now(),
  });
}

/** Whether a failure may have come after the deed, and there is time left to look. */
function mayBeDone(outcome: Outcome, decision: RetryDecision): boolean {
  return !isRefusedUnread(outcome) && (decision.retry || decision.because === 'attempts');
}

/** Lets a request pass, or says why it is not sent any more. */
function admit(session: Session, request: ApiRequest, attempt: number): void {
  if (session.surroundings.signal?.aborted) throw notSent(request, 'the run was told to stop');
  if (remainingFor(session, request) <= 0) throw notSent(request, 'the time for publishing is used up');
  if (session.stop.asked && request.role !== 'last') {
    throw notSent(request, 'Bitbucket asked to wait longer than publishing may take');
  }
  if (request.role === 'batch' && attempt === 1) return;
  if (session.counter.left === 0) {
    throw notSent(request, `this run has already sent ${session.counter.all} requests`);
  }
  session.counter.left -= 1;
}

function notSent(request: ApiRequest, because: string): PublishError {
  return new PublishError(`Could not ${request.purpose}: ${because}.`, null, {
    hint: 'Run the step again later; --publish-timeout gives publishing more time.',
  });
}

function leadsOutside({ connection }: Session, request: ApiRequest): PublishError {
  const link = toSafeLine(request.path, connection.secrets);
  return new PublishError(
    `Could not ${request.purpose}: the address leads out of ${connection.apiUrl}.`,
    null,
    {
      reason: `The address is ${link}.`,
      hint: 'Check --api-url; credentials are sent nowhere else.',
    },
  );
}

function remainingFor({ deadline, reserve, surroundings }: Session, request: ApiRequest): number {
  return deadline - (request.role === 'last' ? 0 : reserve) - surroundings.now();
}

function isSuccess(outcome: Outcome, request: ApiRequest): outcome is Outcome & { readonly kind: 'answer' } {
  if (outcome.kind === 'broken') return false;
  return isDone(outcome.status) || (request.alsoAccepted ?? []).includes(outcome.status);
}

function isDone(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A 2xx answer that holds something other than JSON is one that was cut, or does not come from Bitbucket. */
function isCutOff(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && isDone(outcome.status) && parseBody(outcome.body) === undefined;
}

/** @returns `undefined` for a text that is not JSON, `null` for an empty one. */
function parseBody(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
