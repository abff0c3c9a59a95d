import type { PlatformName } from '../model/platform.ts';
import type { FeedbackSettings } from '../model/profile.ts';
import type { Report } from '../model/report.ts';
import { bitbucketCloud } from './bitbucket-cloud/index.ts';
import { bitbucketDataCenter } from './bitbucket-data-center/index.ts';
import type { ChannelOutcome } from './channel.ts';
import type { Connection, ConnectionResolution } from './connection.ts';
import type { Client } from './http/api.ts';
import { createClient } from './http/client.ts';
import { createDryRunClient } from './http/dry-run-client.ts';
import type { Platform } from './platform.ts';
import { redact } from './redact.ts';
import { bothSkipped } from './report-outcomes.ts';
import { openStatusSession, type StatusSession, type StatusSessionRequest } from './status-session.ts';
import type { PublishSurroundings } from './surroundings.ts';
import { checkReportId, checkTarget, type PublishTarget } from './target.ts';

export type { FinalStatus } from './build-status.ts';
export { type ConnectionResolution, resolveConnection } from './connection.ts';
export { statusOfError, statusOfReport } from './status-description.ts';
export type { ChannelOutcome, PublishSurroundings };

const platforms: Readonly<Record<PlatformName, Platform>> = {
  'bitbucket-cloud': bitbucketCloud,
  'bitbucket-data-center': bitbucketDataCenter,
};

export interface PublishRequest {
  readonly report: Report;
  /** As `resolveConnection` gave it. */
  readonly connection: ConnectionResolution;
  readonly target: PublishTarget;
  /** Names what is published; the same one in every run, so that each run replaces the last. */
  readonly reportId: string;
  readonly feedback: FeedbackSettings;
  /** Milliseconds that publishing may take, waits and repetitions included. */
  readonly timeoutMs: number;
  /** Requests that may be sent, without batches of annotations; 60 by default. */
  readonly requests?: number;
  /** Show each request instead of sending it; needs no connection. */
  readonly dryRun: boolean;
  readonly io: PublishSurroundings;
}

/** What one run tells Bitbucket, from its beginning to its end. */
export interface Publication extends Omit<StatusSession, 'spend'> {
  /** Publishes the report: see `publish`. */
  readonly publish: (report: Report, feedback: FeedbackSettings) => Promise<readonly ChannelOutcome[]>;
}

/**
 * Opens what a run tells Bitbucket, which a build status encloses: `begin`, then `publish` once there is a report,
 * then `end` in any case. All of it together takes no longer than `timeoutMs`.
 * @throws UsageError for a report id or a target that cannot be used; nothing has been sent then.
 */
export function openPublication(request: Omit<StatusSessionRequest, 'platform'>): Publication {
  const platform = preparePlatform(request);
  const { spend, ...session } = openStatusSession({ ...request, platform });
  return {
    ...session,
    publish: (report, feedback) =>
      spend((allowance) => publish({ ...request, ...allowance, report, feedback })),
  };
}

/**
 * Publishes a report on Bitbucket but for its build status, one channel after the other; one that fails does not keep
 * the others.
 * What Bitbucket refuses is an outcome, not an exception: whether it fails the run is for the caller to say.
 * @throws UsageError for a report id or a target that cannot be used; nothing has been sent then.
 */
export async function publish(request: PublishRequest): Promise<readonly ChannelOutcome[]> {
  const platform = preparePlatform(request);
  const { connection, apiUrl, reason } = request.connection;
  if (request.dryRun) {
    const outcomes = await runChannels(platform, request, createDryRunClient(apiUrl, request.io.log), null);
    return outcomes.map(toDryRunOutcome);
  }
  if (connection === null) {
    return [...bothSkipped(reason), { channel: 'comment', status: 'skipped', message: reason }];
  }
  const client = await createClient(connection, request.timeoutMs, request.io, request.requests);
  try {
    const outcomes = await runChannels(platform, request, client, connection.kind);
    return outcomes.map((outcome) => ({ ...outcome, message: redact(outcome.message, connection.secrets) }));
  } finally {
    client.close();
  }
}

type Addressed = Pick<PublishRequest, 'connection' | 'target' | 'reportId'>;

/** The kind of Bitbucket that is meant, once it is known that it can be told something. */
function preparePlatform({ connection, target, reportId }: Addressed): Platform {
  const platform = platforms[connection.server.platform];
  checkReportId(reportId);
  checkTarget(target);
  platform.checkTarget(target);
  return platform;
}

async function runChannels(
  { channels }: Platform,
  request: PublishRequest,
  client: Client,
  connection: Connection['kind'] | null,
): Promise<readonly ChannelOutcome[]> {
  const { report, target, reportId, feedback } = request;
  const outcomes: ChannelOutcome[] = [];
  const { server } = request.connection;
  for (const channel of channels) {
    outcomes.push(...(await channel({ client, connection, server, report, target, reportId, feedback })));
  }
  return outcomes;
}

function toDryRunOutcome(outcome: ChannelOutcome): ChannelOutcome {
  return outcome.status === 'published'
    ? { ...outcome, status: 'skipped', message: 'Dry run: shown, not sent.' }
    : outcome;
}
