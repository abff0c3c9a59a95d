import { parseRemoteUrl } from '../context/index.ts';
import { remoteUrl } from '../git/index.ts';
import type { BitbucketFacts, Examined, VariableFacts } from '../model/diagnosis.ts';
import { parseAddress } from '../publish/api-url.ts';
import { askPermissions, type PermissionAnswers } from '../publish/ask-permissions.ts';
import { describeLeftovers, examineCredentials } from '../publish/examine-credentials.ts';
import {
  type ConnectionPreset,
  type ConnectionResolution,
  type PublishSurroundings,
  resolveConnection,
} from '../publish/index.ts';
import { checkTarget } from '../publish/target.ts';
import { examine } from './examine.ts';
import type { ClonedPlace, PlaceRequest } from './examine-place.ts';

/** How Bitbucket is to be asked. */
export interface BitbucketRequest extends PlaceRequest {
  readonly connection: ConnectionPreset;
  readonly apiUrl: string;
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
  const api = await examine(() => describeApi(apiUrl));
  const resolution = await examine(() => resolveConnection({ env, apiUrl, inPipeline, preset }));
  const target = await examine(() => findRepository(request, place));
  const known = 'found' in target ? target.found : null;
  const answers = isCloud(api) ? await ask(request, place, { resolution, known }) : nothingAsked;
  return {
    api,
    credentials: examineCredentials({ env, apiUrl, inPipeline }),
    leftovers: describeLeftovers(env),
    connection: 'found' in resolution ? { found: resolution.found.connection?.kind ?? null } : resolution,
    isNamed: preset !== 'auto',
    repository: known === null ? null : `${known.workspace}/${known.repoSlug}`,
    ...answers,
  };
}

const nothingAsked: PermissionAnswers = { permissions: [], scopes: null };

/** The REST API of Bitbucket Cloud ends in its version; any other address is taken for a Data Center server. */
function describeApi(apiUrl: string): { url: string; platform: 'cloud' | 'data-center' } {
  const url = parseAddress(apiUrl, '--api-url').href.replace(/\/+$/, '');
  return { url, platform: url.endsWith('/2.0') ? 'cloud' : 'data-center' };
}

function isCloud(api: BitbucketFacts['api']): boolean {
  return 'found' in api && api.found.platform === 'cloud';
}

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
): Promise<NamedRepository | null> {
  const remote = opened && parseRemoteUrl((await remoteUrl(opened)) ?? '');
  const [ofBuild, slugOfBuild] = (env.BITBUCKET_REPO_FULL_NAME ?? '').split('/');
  const workspace =
    options.workspace ?? usable(variables, 'BITBUCKET_WORKSPACE') ?? (ofBuild || remote?.workspace);
  const repoSlug =
    options.repo ?? usable(variables, 'BITBUCKET_REPO_SLUG') ?? (slugOfBuild || remote?.repoSlug);
  if (!workspace || !repoSlug) return null;
  checkTarget({ workspace, repoSlug, commit: '0'.repeat(40), pullRequest: null });
  return { workspace, repoSlug };
}
