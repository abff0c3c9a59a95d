import { setTimeout } from 'node:timers/promises';
import type { AnnouncedPlace } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import type { PlatformName } from '../model/platform.ts';
import type { Publication } from '../publish/index.ts';
import type { ServerAddress } from '../publish/server-address.ts';
import { type PublishTarget, readBuildUrl } from '../publish/target.ts';
import type { CheckOptions } from './check-options.ts';
import type { ProfilePresets } from './choose-connection.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';

/** A publication, and whether there is a way to Bitbucket. */
export interface OpenedPublication extends Publication {
  readonly isConnected: boolean;
}

/** What is known when it is opened. */
interface PublicationPlan {
  readonly place: AnnouncedPlace;
  /** Whether the profile wants a build status. */
  readonly buildStatus: boolean;
  /** `null` where the run broke off before the profile was known. */
  readonly presets: ProfilePresets | null;
}

/** Whether publishing was asked for, so that a failure of it is one of the run. */
export function isPublishingRequired({ publish, connection }: CheckOptions): boolean {
  return publish ?? connection !== 'auto';
}

/** Whether anything is published: by default in a pull-request pipeline alone. */
export function isPublishingOn(options: CheckOptions, { kind }: Pick<AnnouncedPlace, 'kind'>): boolean {
  if (kind === 'nothing-to-compare') return false;
  const isAsked = isPublishingRequired(options) || options.dryRun === true || kind === 'pull-request';
  return options.publish ?? isAsked;
}

/**
 * Opens what a check publishes; sends nothing yet. What it needs is loaded here: a run that publishes nothing never
 * loads it.
 * @throws UsageError where it cannot be tried
 */
export async function openPublication(
  host: ProcessLike,
  options: CheckOptions,
  { place, buildStatus, presets }: PublicationPlan,
): Promise<OpenedPublication> {
  const [publishing, { chooseConnection }] = await Promise.all([
    import('../publish/index.ts'),
    import('./choose-connection.ts'),
  ]);
  const { reportId, dryRun = false } = options;
  const { env, interruption } = host;
  const { print, warn } = createNotes(host, options);
  const connection = chooseConnection(place, presets, { ...options, env });
  for (const warning of connection.warnings) warn(warning);
  const publication = publishing.openPublication({
    connection,
    target: publishTarget(placeOn(connection.server, place), env),
    reportId,
    buildStatus,
    timeoutMs: options.publishTimeout * 1000,
    dryRun,
    io: {
      log: print,
      sleep,
      now: Date.now,
      ...(interruption ? { signal: interruption.signal } : {}),
    },
  });
  return { ...publication, isConnected: dryRun || connection.connection !== null };
}

/** Names that are missing are taken from the clone's `origin`, where that can be the server that is meant. */
function placeOn({ platform }: ServerAddress, place: AnnouncedPlace): AnnouncedPlace {
  const origin = originOn[platform](place);
  return {
    ...place,
    workspace: place.workspace ?? origin?.workspace ?? null,
    repoSlug: place.repoSlug ?? origin?.repoSlug ?? null,
  };
}

/** What `origin` says beyond `workspace` and `repoSlug`, which are Bitbucket Cloud's where it says them. */
const originOn: Readonly<
  Record<PlatformName, (place: AnnouncedPlace) => AnnouncedPlace['serverRepository']>
> = {
  'bitbucket-cloud': () => null,
  'bitbucket-data-center': ({ serverRepository }) => serverRepository,
};

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

function publishTarget(place: AnnouncedPlace, env: ProcessLike['env']): PublishTarget {
  const { workspace, repoSlug, publishCommit: commit, pullRequest, sourceBranch } = place;
  if (workspace === null || repoSlug === null) {
    throw new UsageError('It is not known where to publish.', {
      reason:
        'Neither the variables of Bitbucket Pipelines nor the URL of the remote "origin" name a repository.',
      hint: 'Give --workspace and --repo.',
    });
  }
  if (commit === null) {
    throw new UsageError('There is no commit to publish on.', {
      reason: 'The working tree or the index was checked, which Bitbucket does not know.',
      hint: 'Give --source or --commit.',
    });
  }
  return {
    workspace,
    repoSlug,
    commit,
    pullRequest,
    sourceBranch,
    buildNumber: Number(env.BITBUCKET_BUILD_NUMBER) || null,
    buildUrl: readBuildUrl(env.BUILD_URL),
  };
}
