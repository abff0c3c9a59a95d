import { parseRemoteUrl, parseServerUrl } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import type { BitbucketFacts, Examined, ProfileFacts, VariableFacts } from '../model/diagnosis.ts';
import type { PlatformName } from '../model/platform.ts';
import { askPermissions, type PermissionAnswers } from '../publish/ask-permissions.ts';
import { describeLeftovers } from '../publish/connection.ts';
import { isBuiltInPreset, type ResolvedPreset, resolvePreset } from '../publish/connection-preset.ts';
import { examineCredentials } from '../publish/examine-credentials.ts';
import { type ConnectionResolution, type PublishSurroundings, resolveConnection } from '../publish/index.ts';
import { checkTarget } from '../publish/target.ts';
import { examine } from './examine.ts';
import type { ClonedPlace, PlaceRequest } from './examine-place.ts';

/** How Bitbucket is to be asked. */
export interface BitbucketRequest extends PlaceRequest {
  readonly connection: string;
  readonly apiUrl?: string | undefined;
  readonly reportId: string;
  readonly io: PublishSurroundings;
}

/** All requests together, which go out at once. Milliseconds. */
const requestTime = 8_000;

/** Looks at address and credentials, and asks Bitbucket for what publishing needs; by requests that change nothing. */
export async function examineBitbucket(
  request: BitbucketRequest,
  place: ClonedPlace,
): Promise<BitbucketFacts> {
  const { env, apiUrl, connection: preset } = request;
  const inPipeline = place.kind !== 'local';
  const presets = (place.profile && 'found' in place.profile && place.profile.found.connections) || {};
  const connectionRequest = { env, apiUrl, inPipeline, preset, presets };
  const meant = await examine(() => choosePreset(request, place, presets));
  const resolution = 'found' in meant ? await examine(() => resolveConnection(connectionRequest)) : meant;
  const { server } = 'found' in meant ? meant.found : resolvePreset('auto', { apiUrl: undefined, presets });
  const target = await examine(() => findRepository(request, place, server.platform));
  const known = 'found' in target ? target.found : null;
  return {
    api: 'found' in meant ? { found: { url: server.apiUrl, platform: server.platform } } : meant,
    credentials:
      'found' in meant ? examineCredentials({ ...connectionRequest, platform: server.platform }) : [],
    leftovers: 'found' in meant ? describeLeftovers(connectionRequest) : [],
    connection: 'found' in resolution ? { found: resolution.found.connection?.kind ?? null } : resolution,
    isNamed: preset !== 'auto',
    repository: known === null ? null : `${known.workspace}/${known.repoSlug}`,
    ...(await ask(request, place, { resolution, known })),
  };
}

/**
 * What `--connection` means here.
 * @throws UsageError as `resolvePreset` does, and for one of a profile that is not the target's but that of the change
 */
function choosePreset(
  { connection, apiUrl, options }: BitbucketRequest,
  { kind, profile }: ClonedPlace,
  presets: ProfileFacts['connections'],
): ResolvedPreset {
  const isStandIn = profile !== null && 'found' in profile && profile.found.isStandIn;
  const isOwn = isStandIn || (kind === 'local' && options.pullRequest !== undefined);
  if (isOwn && !isBuiltInPreset(connection)) {
    throw new UsageError(`The connection ${JSON.stringify(connection)} is not tried from here.`, {
      reason: "The profile is not the target's: a change could have the token sent to another server.",
      hint: 'Fetch the target branch first, or name a built-in connection.',
    });
  }
  return resolvePreset(connection, { apiUrl, presets });
}

const nothingAsked: PermissionAnswers = { permissions: [], scopes: null };

/** Reads the repository from the address of a remote. */
const parsers: Readonly<Record<PlatformName, (url: string) => NamedRepository | null>> = {
  'bitbucket-cloud': parseRemoteUrl,
  'bitbucket-data-center': parseServerUrl,
};

interface NamedRepository {
  readonly workspace: string;
  readonly repoSlug: string;
}

interface Known {
  readonly resolution: Examined<ConnectionResolution>;
  readonly known: NamedRepository | null;
}

async function ask(
  { options, reportId, io }: BitbucketRequest,
  { variables, commit }: ClonedPlace,
  { resolution, known }: Known,
): Promise<PermissionAnswers> {
  const connection = 'found' in resolution ? resolution.found.connection : null;
  if (connection === null || known === null) return nothingAsked;
  const id = options.pullRequest ?? usable(variables, 'BITBUCKET_PR_ID');
  const pullRequest = id === null ? null : Number(id);
  const question = { ...known, commit, pullRequest, reportId, connection, timeoutMs: requestTime, io };
  return askPermissions(question);
}

function usable(variables: readonly VariableFacts[], name: string): string | null {
  const found = variables.find((variable) => variable.name === name);
  return found?.trouble === null ? found.value : null;
}

/** @throws UsageError for a name that could not stand in an address as it is */
async function findRepository(
  { options, env }: BitbucketRequest,
  { variables, opened }: ClonedPlace,
  platform: PlatformName,
): Promise<NamedRepository | null> {
  const remote = opened && parsers[platform](opened.originUrl ?? '');
  const [ofBuild, slugOfBuild] = (env.BITBUCKET_REPO_FULL_NAME ?? '').split('/');
  const workspace =
    options.workspace ?? usable(variables, 'BITBUCKET_WORKSPACE') ?? (ofBuild || remote?.workspace);
  const repoSlug =
    options.repo ?? usable(variables, 'BITBUCKET_REPO_SLUG') ?? (slugOfBuild || remote?.repoSlug);
  if (!workspace || !repoSlug) return null;
  checkTarget({ workspace, repoSlug, commit: '0'.repeat(40), pullRequest: null });
  return { workspace, repoSlug };
}
