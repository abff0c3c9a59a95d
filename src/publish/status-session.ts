import { PublishError } from '../errors.ts';
import type { BuildStatus, FinalStatus } from './build-status.ts';
import type { ChannelOutcome } from './channel.ts';
import type { ConnectionResolution } from './connection.ts';
import { accessTokenVariable } from './credentials.ts';
import type { Client } from './http/api.ts';
import { createClient } from './http/client.ts';
import { createDryRunClient } from './http/dry-run-client.ts';
import { patience } from './http/patience.ts';
import type { Platform, StatusPlace } from './platform.ts';
import { redact } from './redact.ts';
import { startedStatus } from './status-description.ts';
import type { PublishSurroundings } from './surroundings.ts';

/** What may be spent, of what publishing may take in all. */
export interface Allowance {
  readonly timeoutMs: number;
  readonly requests: number;
}

export interface StatusSessionRequest extends StatusPlace {
  readonly platform: Platform;
  readonly connection: ConnectionResolution;
  /** Whether the profile wants a build status. */
  readonly buildStatus: boolean;
  /** Milliseconds that publishing may take in all, without the time that is spent on measuring in between. */
  readonly timeoutMs: number;
  readonly dryRun: boolean;
  readonly io: PublishSurroundings;
}

/** The build status of one run, from its beginning to its end, and what the run may spend on publishing. */
export interface StatusSession {
  /** Whether a status is set on Bitbucket, which then has to be ended whatever happens. */
  readonly setsStatus: boolean;
  /** Sets the status to INPROGRESS, beside what else is done. */
  readonly begin: () => void;
  /** Publishes something else, with what is left when the end of the status is kept back. */
  readonly spend: <T>(action: (allowance: Allowance) => Promise<T>) => Promise<T>;
  /**
   * Sets the final status, after INPROGRESS has arrived or failed. The last call holds. A run that is told to stop
   * while this waits sends nothing more, and one that has been told before has a few seconds.
   */
  readonly end: (status: FinalStatus) => Promise<ChannelOutcome>;
}

const channel = 'build-status';

/** Opens the build status of a run. Nothing is sent yet. */
export function openStatusSession(request: StatusSessionRequest): StatusSession {
  const { timeoutMs, dryRun, io } = request;
  const skipReason = findSkipReason(request);
  const isSent = skipReason === null && !dryRun;
  const ending = keepBackForEnding(request, isSent);
  let spent = 0;
  let opening: Promise<Opening> = Promise.resolve('not-set');

  const measure = async <T>(action: () => Promise<T>): Promise<T> => {
    const start = io.now();
    try {
      return await action();
    } finally {
      spent += io.now() - start;
    }
  };

  const begin = (): void => {
    if (skipReason !== null) return;
    const allowed = Math.min(patience.longestOpening, timeoutMs * patience.openingShare);
    opening = measure(() =>
      withLine(request, { allowed, signal: io.signal }, (line) => start(request, line)),
    );
    // Whoever ends the status awaits it.
    opening.catch(() => {});
  };

  const spend: StatusSession['spend'] = async (action) => {
    await opening;
    const ofStatus = isSent ? 2 * patience.requestsPerStatus : 0;
    const allowance = {
      timeoutMs: timeoutMs - ending - spent,
      requests: patience.requestsPerRun - ofStatus,
    };
    return measure(() => action(allowance));
  };

  const end = async (status: FinalStatus): Promise<ChannelOutcome> => {
    if (skipReason !== null) return { channel, status: 'skipped', message: skipReason };
    const opened = await opening;
    const isStopped = io.signal?.aborted === true;
    const left = Math.max(timeoutMs - spent, ending);
    const limit = isStopped
      ? { allowed: Math.min(left, patience.longestFarewell), signal: undefined }
      : { allowed: left, signal: io.signal };
    return measure(() => withLine(request, limit, (line) => finish(request, line, { status, opened })));
  };

  return { setsStatus: isSent, begin, spend, end };
}

/** Milliseconds that nothing but the end of the status may take; none where it is not sent. */
function keepBackForEnding({ timeoutMs }: StatusSessionRequest, isSent: boolean): number {
  return isSent ? Math.min(patience.longestEnding, timeoutMs * patience.endingShare) : 0;
}

/** What became of INPROGRESS: `unknown` where the answer did not come, so that it can have been set. */
type Opening = 'set' | 'not-set' | 'unknown';

function findSkipReason({ buildStatus, dryRun, connection }: StatusSessionRequest): string | null {
  if (!buildStatus) return 'The profile switches it off (feedback.build-status).';
  if (dryRun) return null;
  if (connection.connection === null) return connection.reason;
  if (connection.connection.kind !== 'pipelines') return null;
  return (
    'The Pipelines proxy cannot set it. ' +
    `Set ${accessTokenVariable}, as a secured variable, to an access token with the scope repository.`
  );
}

interface Limit {
  /** Milliseconds. */
  readonly allowed: number;
  readonly signal: AbortSignal | undefined;
}

/** A client for one status, and how much of its patience is used up. */
interface Line {
  readonly client: Client;
  /** How often the client has waited to repeat a request. */
  readonly repeated: () => number;
  readonly isOutOfTime: () => boolean;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Runs an action with a client of its own, which is closed afterwards. */
async function withLine<T>(
  { connection: { connection, apiUrl }, dryRun, io }: StatusSessionRequest,
  { allowed, signal }: Limit,
  action: (line: Line) => Promise<T>,
): Promise<T> {
  const deadline = io.now() + allowed;
  let repeated = 0;
  const pause = (milliseconds: number) => io.sleep(milliseconds, signal);
  const sleep = (milliseconds: number) => {
    repeated += 1;
    return pause(milliseconds);
  };
  const surroundings = { log: io.log, now: io.now, sleep, ...(signal === undefined ? {} : { signal }) };
  const client =
    dryRun || connection === null
      ? createDryRunClient(apiUrl, io.log)
      : await createClient(connection, allowed, surroundings, patience.requestsPerStatus);
  try {
    const isOutOfTime = () => signal?.aborted === true || io.now() >= deadline;
    return await action({ client, repeated: () => repeated, isOutOfTime, pause });
  } finally {
    client.close();
  }
}

async function start(request: StatusSessionRequest, { client, repeated }: Line): Promise<Opening> {
  const failure = await setStatus(request, client, startedStatus);
  if (failure === null) return 'set';
  const isRefused = failure.status !== null && failure.status < 500;
  return isRefused && repeated() === 0 ? 'not-set' : 'unknown';
}

/**
 * Where INPROGRESS may stand on the commit, a refusal is not taken at its word: the same token was good for it a moment
 * ago, and a status that nobody ends can keep a pull request from being merged. Nor does it stay because the server
 * does not know the state that it is to end with.
 */
async function finish(
  request: StatusSessionRequest,
  { client, repeated, isOutOfTime, pause }: Line,
  { status: wanted, opened }: { readonly status: FinalStatus; readonly opened: Opening },
): Promise<ChannelOutcome> {
  const { plainerStates } = request.platform;
  let status = wanted;
  let first: PublishError | null = null;
  for (let sent = 1; ; sent += 1) {
    const failure = await setStatus(request, client, status);
    if (failure === null) return toSuccess(request, status);
    first ??= failure;
    const plainer = failure.status === 400 ? plainerStates[status.state] : undefined;
    if (plainer === undefined && (opened === 'not-set' || isTemporary(failure))) break;
    if (sent + repeated() >= patience.requestsPerStatus || isOutOfTime()) break;
    if (plainer === undefined) await pause(patience.firstBackOff * sent);
    else status = { ...status, state: plainer };
  }
  return toFailure(request, first);
}

/** The client has repeated it by itself, for as long as that was wise. */
function isTemporary({ status }: PublishError): boolean {
  return status !== null && (status === 429 || status >= 500);
}

/** @returns what Bitbucket made of it, `null` where it went well. Anything but a PublishError is a bug and thrown. */
async function setStatus(
  request: StatusSessionRequest,
  client: Client,
  { state, description }: BuildStatus,
): Promise<PublishError | null> {
  const safe = { state, description: redact(description, secretsOf(request)) };
  try {
    const { platform, target, reportId, connection } = request;
    await client.send(platform.toStatusRequest(safe, { target, reportId, server: connection.server }));
    return null;
  } catch (error) {
    if (error instanceof PublishError) return error;
    throw error;
  }
}

function toSuccess(
  { platform, target, dryRun }: StatusSessionRequest,
  { state }: FinalStatus,
): ChannelOutcome {
  return dryRun
    ? { channel, status: 'skipped', message: 'Dry run: shown, not sent.' }
    : { channel, status: 'published', message: `${platform.stateNames[state]} on commit ${target.commit}.` };
}

function toFailure(
  request: StatusSessionRequest,
  { message, reason, hint, status }: PublishError,
): ChannelOutcome {
  const advice = status === 403 ? `${request.platform.statusForbiddenHint} ${hint ?? ''}` : hint;
  const words = [message, reason, advice].filter((part) => part !== undefined).join(' ');
  return { channel, status: 'failed', message: redact(words.trim(), secretsOf(request)) };
}

function secretsOf({ connection }: StatusSessionRequest): readonly string[] {
  return connection.connection?.secrets ?? [];
}
