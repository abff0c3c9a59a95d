import { UsageError } from '../errors.ts';
import type { ConnectionKind, PlatformName } from '../model/platform.ts';
import { isLoopback, parseAddress, toHttp, withoutTrailingSlash } from './api-url.ts';
import { type ProfileConnections, type ResolvedPreset, resolvePreset } from './connection-preset.ts';
import {
  type Credentials,
  describeAppPassword,
  describeHalfSetPairs,
  type Environment,
  isSet,
  readApiToken,
  readBearerToken,
} from './credentials.ts';
import { connectionsOf } from './platform-connections.ts';
import type { ServerAddress } from './server-address.ts';

/** With a token, straight to the API. */
export interface TokenConnection extends Credentials {
  readonly kind: Exclude<ConnectionKind, 'pipelines'>;
  /** Without a slash at its end. */
  readonly apiUrl: string;
}

/** Through the authentication proxy of Bitbucket Pipelines, which adds the credentials itself. */
export interface ProxyConnection {
  readonly kind: 'pipelines';
  /** Always http: the proxy cannot add credentials to an encrypted request. Without a slash at its end. */
  readonly apiUrl: string;
  readonly proxyUrl: string;
  readonly secrets: readonly [];
}

export type Connection = TokenConnection | ProxyConnection;

/** A connection, or none, and why. */
export interface ConnectionResolution {
  readonly connection: Connection | null;
  /** The Bitbucket that is meant; known without a connection as well. */
  readonly server: ServerAddress;
  /** Base address of the API, without a slash at its end; known without a connection as well. */
  readonly apiUrl: string;
  /** One sentence, or a few. */
  readonly reason: string;
  /** Variables that are set and of no use here, a sentence each: their owner believes that they work. */
  readonly warnings: readonly string[];
}

export interface ConnectionRequest {
  readonly env: Environment;
  /** `auto`, the name of another built-in connection, or that of a preset of the profile. */
  readonly preset: string;
  /** The presets of the profile in force. */
  readonly presets?: ProfileConnections;
  /** Base address of the API, as given; left out, that of the preset, or else that of Bitbucket Cloud. */
  readonly apiUrl?: string | undefined;
  /** Whether this process runs in a step of Bitbucket Pipelines. */
  readonly inPipeline: boolean;
  /** Only say which Bitbucket is meant: nothing is connected, and no variable read. */
  readonly dryRun?: boolean;
}

/** What a connection is made from. */
interface Surroundings {
  readonly env: Environment;
  readonly inPipeline: boolean;
  readonly preset: ResolvedPreset;
}

const proxyVariable = 'CODESCENE_PR_PIPELINES_PROXY';
const pipeVariables = ['BITBUCKET_PIPE_STORAGE_DIR', 'BITBUCKET_PIPE_SHARED_STORAGE_DIR'];
const stepProxyUrl = 'http://localhost:29418';
const pipeProxyUrl = 'http://host.docker.internal:29418';

const connect: Readonly<Record<ConnectionKind, (surroundings: Surroundings) => Connection | null>> = {
  'access-token': ({ env, preset }) =>
    connectWithToken(preset, 'access-token', readBearerToken(env, preset.tokens['access-token'])),
  'api-token': ({ env, preset }) => connectWithToken(preset, 'api-token', readApiToken(env, preset.apiToken)),
  pipelines: connectThroughProxy,
  'data-center': ({ env, preset }) =>
    connectWithToken(preset, 'data-center', readBearerToken(env, preset.tokens['data-center'])),
};

const needed: Readonly<Record<ConnectionKind, (preset: ResolvedPreset) => string>> = {
  'access-token': ({ tokens }) => `Set ${tokens['access-token']}, as a secured variable.`,
  'api-token': ({ apiToken }) =>
    `Set ${apiToken.map(({ email, token }) => `${email} and ${token}`).join(', or ')}.`,
  pipelines: () =>
    'Run in a step of Bitbucket Pipelines (BITBUCKET_PIPELINE_UUID or BITBUCKET_BUILD_NUMBER is set there), ' +
    `or set ${proxyVariable} to the address of its proxy.`,
  'data-center': ({ tokens }) => `Set ${tokens['data-center']} to an HTTP access token, as a secret.`,
};

/**
 * Decides how Bitbucket is reached. Pure over the environment that is passed in.
 * @returns the connection, or `null` where `auto` finds nothing to connect with; with the reason.
 * @throws UsageError for a preset that does not exist or whose variables are missing, a malformed address or token,
 *   and a token that would go over plain http to another machine.
 */
export function resolveConnection(request: ConnectionRequest): ConnectionResolution {
  const { env, inPipeline, presets = {}, apiUrl } = request;
  const preset = resolvePreset(request.preset, { apiUrl, presets });
  const surroundings = { env, inPipeline, preset };
  const { server } = preset;
  if (request.dryRun === true) {
    return { connection: null, server, apiUrl: server.apiUrl, reason: 'Dry run.', warnings: [] };
  }
  const connection =
    preset.kind === 'auto' ? firstThatApplies(surroundings) : connectAs(surroundings, preset.kind);
  return {
    connection,
    server,
    apiUrl: connection?.apiUrl ?? server.apiUrl,
    reason: connection ? explainConnection(connection, surroundings) : explainNoConnection(surroundings),
    warnings: connection === null || connection.kind === 'pipelines' ? leftovers(surroundings) : [],
  };
}

/**
 * The connection of one kind, whatever the preset would choose; with the preset's server and variables.
 * @returns `null` where its credentials are not there
 * @throws UsageError as `resolveConnection` does, but for credentials that are missing
 */
export function tryConnection(
  { env, inPipeline, preset, presets = {}, apiUrl }: ConnectionRequest,
  kind: ConnectionKind,
): Connection | null {
  return connect[kind]({ env, inPipeline, preset: resolvePreset(preset, { apiUrl, presets }) });
}

/** Variables that are set and of no use for the preset, a sentence each, whether anything else is of use or not. */
export function describeLeftovers({
  env,
  inPipeline,
  preset,
  presets = {},
  apiUrl,
}: ConnectionRequest): readonly string[] {
  return leftovers({ env, inPipeline, preset: resolvePreset(preset, { apiUrl, presets }) });
}

function firstThatApplies(surroundings: Surroundings): Connection | null {
  for (const kind of connectionsOf[surroundings.preset.server.platform]) {
    if (kind === 'pipelines' && !surroundings.inPipeline) continue;
    const connection = connect[kind](surroundings);
    if (connection) return connection;
  }
  return null;
}

function connectAs(surroundings: Surroundings, kind: ConnectionKind): Connection {
  const connection = connect[kind](surroundings);
  if (connection) return connection;
  const reason = leftovers(surroundings).join(' ');
  throw new UsageError(`The connection "${surroundings.preset.name}" has no credentials here.`, {
    ...(reason === '' ? {} : { reason }),
    hint: needed[kind](surroundings.preset),
  });
}

function connectWithToken(
  { name, server: { apiUrl } }: ResolvedPreset,
  kind: TokenConnection['kind'],
  credentials: Credentials | null,
): TokenConnection | null {
  if (!credentials) return null;
  const { protocol, hostname, host } = new URL(apiUrl);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    throw new UsageError(`A token is not sent over plain http to ${host}.`, {
      reason: 'Anyone on the way could read it.',
      hint: `Give --api-url, or the url of the connection "${name}", with https.`,
    });
  }
  return { kind, apiUrl, ...credentials };
}

function connectThroughProxy({ env, inPipeline, preset }: Surroundings): ProxyConnection | null {
  if (!inPipeline && !isSet(env, proxyVariable)) return null;
  return {
    kind: 'pipelines',
    apiUrl: withoutTrailingSlash(toHttp(new URL(preset.server.apiUrl))),
    proxyUrl: findProxyUrl(env),
    secrets: [],
  };
}

function findProxyUrl(env: Environment): string {
  const given = env[proxyVariable] ?? '';
  if (given === '')
    return pipeVariables.some((variable) => isSet(env, variable)) ? pipeProxyUrl : stepProxyUrl;
  const url = parseAddress(given, proxyVariable);
  if (url.protocol !== 'http:' || url.pathname !== '/') {
    throw new UsageError(`${proxyVariable} is not the address of a proxy.`, {
      hint: `Give it in the form ${stepProxyUrl}.`,
    });
  }
  return withoutTrailingSlash(url);
}

function explainConnection(connection: Connection, surroundings: Surroundings): string {
  if (connection.kind !== 'pipelines') return `${connection.variables.join(' and ')}: set.`;
  return [`No token; the Pipelines proxy ${connection.proxyUrl} is used.`, ...leftovers(surroundings)].join(
    ' ',
  );
}

function explainNoConnection(surroundings: Surroundings): string {
  const found = leftovers(surroundings);
  if (found.length > 0) return found.join(' ');
  return noCredentials[surroundings.preset.server.platform](surroundings.preset);
}

const noCredentials: Readonly<Record<PlatformName, (preset: ResolvedPreset) => string>> = {
  'bitbucket-cloud': ({ tokens }) =>
    `No credentials for Bitbucket. Set ${tokens['access-token']}, or BITBUCKET_EMAIL and BITBUCKET_API_TOKEN, or run in Bitbucket Pipelines.`,
  'bitbucket-data-center': ({ tokens }) =>
    `No credentials for Bitbucket Data Center. Set ${tokens['data-center']} to an HTTP access token.`,
};

/** What is set but of no use: worth saying, as its owner believes that it works. */
function leftovers(surroundings: Surroundings): readonly string[] {
  return leftoversOn[surroundings.preset.server.platform](surroundings);
}

const leftoversOn: Readonly<Record<PlatformName, (surroundings: Surroundings) => readonly string[]>> = {
  'bitbucket-cloud': ({ env, preset }) => {
    const appPassword = describeAppPassword(env);
    return [...describeHalfSetPairs(env, preset.apiToken), ...(appPassword === null ? [] : [appPassword])];
  },
  'bitbucket-data-center': ({ env, preset: { tokens } }) => {
    if (!isSet(env, tokens['access-token']) || isSet(env, tokens['data-center'])) return [];
    return [
      `${tokens['access-token']} is set, which is for Bitbucket Cloud; Data Center needs ${tokens['data-center']}.`,
    ];
  },
};
