import type { ChannelOutcome } from '../../src/publish/channel.ts';
import { type ConnectionResolution, resolveConnection } from '../../src/publish/connection.ts';
import { type PublishRequest, publish } from '../../src/publish/index.ts';
import { type BitbucketServer, identity } from '../helpers/bitbucket-server/index.ts';
import { allFeedback, sampleReport } from './sample-report.ts';

export const accessToken = 'ATCTT3xFfGN0-secret_access.token=42';

/** A clock that only sleeping moves, so that no test waits. */
export interface FakeTime {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly slept: readonly number[];
}

export function createFakeTime(start = Date.UTC(2026, 10, 24)): FakeTime {
  const slept: number[] = [];
  return {
    now: () => start + slept.reduce((sum, milliseconds) => sum + milliseconds, 0),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    slept,
  };
}

export interface PublishRun {
  readonly outcomes: readonly ChannelOutcome[];
  readonly lines: readonly string[];
  readonly slept: readonly number[];
}

/**
 * Publishes the sample report with its annotations, or what is given instead, under a fake clock; no comment, and
 * no outcome of one.
 */
export async function runPublish(
  connection: ConnectionResolution,
  parts: Partial<PublishRequest> = {},
): Promise<PublishRun> {
  const feedback = { ...allFeedback, ...parts.feedback, comment: 'never' as const };
  const run = await runAllChannels(connection, { ...parts, feedback });
  return { ...run, outcomes: run.outcomes.filter(({ channel }) => channel !== 'comment') };
}

/** The same with the comment. */
export async function runAllChannels(
  connection: ConnectionResolution,
  parts: Partial<PublishRequest> = {},
): Promise<PublishRun> {
  const lines: string[] = [];
  const time = createFakeTime();
  const outcomes = await publish({
    report: sampleReport(),
    connection,
    target: {
      workspace: identity.workspace,
      repoSlug: identity.repository,
      commit: identity.commit,
      pullRequest: 7,
    },
    reportId: 'codescene-pr',
    feedback: allFeedback,
    timeoutMs: 30_000,
    dryRun: false,
    io: { log: (line) => lines.push(line), sleep: time.sleep, now: time.now },
    ...parts,
  });
  return { outcomes, lines, slept: time.slept };
}

/** The way to a server with the access token that `runPublish`'s servers take. */
export function withAccessToken({ apiUrl }: Pick<BitbucketServer, 'apiUrl'>): ConnectionResolution {
  return resolveConnection({
    env: { BITBUCKET_ACCESS_TOKEN: accessToken },
    preset: 'auto',
    apiUrl,
    inPipeline: true,
  });
}
