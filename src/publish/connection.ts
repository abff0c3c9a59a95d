import { UsageError } from '../errors.ts';
import { isLoopback, parseAddress, toHttp, withoutTrailingSlash } from './api-url.ts';
import {
  accessTokenVariable,
  apiTokenVariables,
  type Credentials,
  describeAppPassword,
  describeHalfSetPairs,
  type Environment,
  isSet,
  readAccessToken,
  readApiToken,
} from './credentials.ts';

/** How to reach Bitbucket: `auto` takes the first of the others that applies. */
export const connectionPresets = ['auto', 'access-token', 'api-token', 'pipelines'] as const;
export type ConnectionPreset = (typeof connectionPresets)[number];

/** With a token, straight to the API. */
export interface TokenConnection extends Credentials {
  readonly kind: 'access-token' | 'api-token';
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
  /** Base address of the API, without a slash at its end; known without a connection as well. */
  readonly apiUrl: string;
  /** One sentence, or a few. */
  readonly reason: string;
}

export interface ConnectionRequest {
  readonly env: Environment;
  readonly preset: ConnectionPreset;
  /** Base address of the API, as given. */
  readonly apiUrl: string;
  /** Whether this process runs in a step of Bitbucket Pipelines. */
  readonly inPipeline: boolean;
}

type NamedPreset = Exclude<ConnectionPreset, 'auto'>;

const proxyVariable = 'CODESCENE_PR_PIPELINES_PROXY';
const pipeVariables = ['BITBUCKET_PIPE_STORAGE_DIR', 'BITBUCKET_PIPE_SHARED_STORAGE_DIR'];
const stepProxyUrl = 'http://localhost:29418';
const pipeProxyUrl = 'http://host.docker.internal:29418';

const namedPresets: readonly NamedPreset[] = ['access-token', 'api-token', 'pipelines'];

const connect: Readonly<Record<NamedPreset, (request: ConnectionRequest) => Connection | null>> = {
  'access-token': (request) => connectWithToken(request, 'access-token', readAccessToken(request.env)),
  'api-token': (request) => connectWithToken(request, 'api-token', readApiToken(request.env)),
  pipelines: connectThroughProxy,
};

const needed: Readonly<Record<NamedPreset, string>> = {
  'access-token': `Set ${accessTokenVariable}, as a secured variable.`,
  'api-token': `Set ${apiTokenVariables.map(({ email, token }) => `${email} and ${token}`).join(', or ')}.`,
  pipelines:
    'Run in a step of Bitbucket Pipelines (BITBUCKET_PIPELINE_UUID or BITBUCKET_BUILD_NUMBER is set there), ' +
    `or set ${proxyVariable} to the address of its proxy.`,
};

/**
 * Decides how Bitbucket is reached. Pure over the environment that is passed in.
 * @returns the connection, or `null` where `auto` finds nothing to connect with; with the reason.
 * @throws UsageError for a named preset whose variables are missing, a malformed address or token, and a token
 *   that would go over plain http to another machine.
 */
export function resolveConnection(request: ConnectionRequest): ConnectionResolution {
  const apiUrl = withoutTrailingSlash(parseAddress(request.apiUrl, '--api-url'));
  const connection =
    request.preset === 'auto' ? firstThatApplies(request) : connectAs(request, request.preset);
  if (connection === null) return { connection, apiUrl, reason: explainNoConnection(request.env) };
  return { connection, apiUrl: connection.apiUrl, reason: explainConnection(connection, request.env) };
}

function firstThatApplies(request: ConnectionRequest): Connection | null {
  for (const preset of namedPresets) {
    if (preset === 'pipelines' && !request.inPipeline) continue;
    const connection = connect[preset](request);
    if (connection) return connection;
  }
  return null;
}

function connectAs(request: ConnectionRequest, preset: NamedPreset): Connection {
  const connection = connect[preset](request);
  if (connection) return connection;
  const reason = leftovers(request.env).join(' ');
  throw new UsageError(`The connection "${preset}" has no credentials here.`, {
    ...(reason === '' ? {} : { reason }),
    hint: needed[preset],
  });
}

function connectWithToken(
  { apiUrl }: ConnectionRequest,
  kind: TokenConnection['kind'],
  credentials: Credentials | null,
): TokenConnection | null {
  if (!credentials) return null;
  const url = parseAddress(apiUrl, '--api-url');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new UsageError(`A token is not sent over plain http to ${url.host}.`, {
      reason: 'Anyone on the way could read it.',
      hint: 'Give --api-url with https.',
    });
  }
  return { kind, apiUrl: withoutTrailingSlash(url), ...credentials };
}

function connectThroughProxy({ env, apiUrl, inPipeline }: ConnectionRequest): ProxyConnection | null {
  if (!inPipeline && !isSet(env, proxyVariable)) return null;
  return {
    kind: 'pipelines',
    apiUrl: withoutTrailingSlash(toHttp(parseAddress(apiUrl, '--api-url'))),
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

function explainConnection(connection: Connection, env: Environment): string {
  if (connection.kind !== 'pipelines') return `${connection.variables.join(' and ')}: set.`;
  return [`No token; the Pipelines proxy ${connection.proxyUrl} is used.`, ...leftovers(env)].join(' ');
}

function explainNoConnection(env: Environment): string {
  const found = leftovers(env);
  if (found.length > 0) return found.join(' ');
  return (
    'No credentials for Bitbucket. ' +
    `Set ${accessTokenVariable}, or BITBUCKET_EMAIL and BITBUCKET_API_TOKEN, or run in Bitbucket Pipelines.`
  );
}

/** What is set but of no use: worth saying, as its owner believes that it works. */
function leftovers(env: Environment): readonly string[] {
  const appPassword = describeAppPassword(env);
  return [...describeHalfSetPairs(env), ...(appPassword === null ? [] : [appPassword])];
}
