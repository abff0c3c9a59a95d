import { UsageError } from '../errors.ts';
import { type ConnectionKind, connectionKinds, type PlatformName } from '../model/platform.ts';
import type { Connection as ProfileConnection } from '../model/profile.ts';
import { nearest } from '../text/nearest.ts';
import { cloudApiUrl } from './api-url.ts';
import {
  accessTokenVariable,
  apiTokenVariables,
  httpAccessTokenVariable,
  type VariablePair,
} from './credentials.ts';
import { platformOf } from './platform-connections.ts';
import { parseServerAddress, type ServerAddress } from './server-address.ts';

/** How to reach Bitbucket, besides the presets of a profile: `auto` takes the first of the others that applies. */
export const connectionPresets = ['auto', ...connectionKinds] as const;
export type ConnectionPreset = (typeof connectionPresets)[number];

/** The presets of the profile in force, by name. */
export type ProfileConnections = Readonly<Record<string, ProfileConnection>>;

/** The variable that holds the token, by kind of connection. */
type TokenVariables = Readonly<Record<Exclude<ConnectionKind, 'api-token' | 'pipelines'>, string>>;

const usualTokens: TokenVariables = {
  'access-token': accessTokenVariable,
  'data-center': httpAccessTokenVariable,
};

/** What `--connection` means: which server, and the variables that hold the credentials. */
export interface ResolvedPreset {
  /** As it was named. */
  readonly name: string;
  readonly kind: ConnectionPreset;
  readonly server: ServerAddress;
  /** For the kinds that take one token each. */
  readonly tokens: TokenVariables;
  /** The first complete pair counts. */
  readonly apiToken: readonly VariablePair[];
}

/**
 * Finds out what `--connection` and `--api-url` mean together. A preset of the profile says which server its token is
 * for, so `--api-url` cannot lead it to another one.
 * @param apiUrl `undefined` where none was given
 * @throws UsageError for a name that is neither built in nor one of the profile's, and for an address that cannot be
 *   used, or not with this preset
 */
export function resolvePreset(
  name: string,
  { apiUrl, presets }: { readonly apiUrl: string | undefined; readonly presets: ProfileConnections },
): ResolvedPreset {
  const own = Object.hasOwn(presets, name) ? presets[name] : undefined;
  const given = apiUrl === undefined ? null : parseServerAddress(apiUrl, '--api-url');
  const server = own ? serverOf(own, name, given) : (given ?? parseServerAddress(cloudApiUrl, '--api-url'));
  const kind = own?.type ?? builtInPreset(name, presets);
  if (kind !== 'auto') checkPlatform(kind, server, name);
  const variables = own ? variablesOf(own) : { tokens: usualTokens, apiToken: apiTokenVariables };
  return { name, kind, server, ...variables };
}

/** Whether a connection has its name from us and not from a profile. */
export function isBuiltInPreset(name: string): name is ConnectionPreset {
  return connectionPresets.some((preset) => preset === name);
}

/** @throws UsageError for a word that no preset has for a name. */
export function checkPresetName(name: string, presets: ProfileConnections): void {
  if (!Object.hasOwn(presets, name)) builtInPreset(name, presets);
}

function builtInPreset(name: string, presets: ProfileConnections): ConnectionPreset {
  if (isBuiltInPreset(name)) return name;
  const names = [...connectionPresets, ...Object.keys(presets)];
  const suggestion = nearest(name, names);
  throw new UsageError(`There is no connection ${JSON.stringify(name)}.`, {
    reason: 'It is neither built in nor one of the "connections" of the profile in force.',
    hint: suggestion === null ? `Use one of ${names.join(', ')}.` : `Did you mean "${suggestion}"?`,
  });
}

function serverOf({ url }: ProfileConnection, name: string, given: ServerAddress | null): ServerAddress {
  if (url === null) return given ?? parseServerAddress(cloudApiUrl, '--api-url');
  const server = parseServerAddress(url, `connections.${name}.url`);
  if (given === null || given.apiUrl === server.apiUrl) return server;
  throw new UsageError(`--api-url and the connection "${name}" name different servers.`, {
    reason: `The profile says ${new URL(server.apiUrl).host}, and its token is sent nowhere else.`,
    hint: 'Leave --api-url out, or name a built-in connection.',
  });
}

function variablesOf({
  tokenVariable,
  emailVariable,
}: ProfileConnection): Pick<ResolvedPreset, 'tokens' | 'apiToken'> {
  const pairs = apiTokenVariables.map(({ email, token }) => ({
    email: emailVariable ?? email,
    token: tokenVariable ?? token,
  }));
  const isNamed = tokenVariable !== null || emailVariable !== null;
  return {
    tokens: tokenVariable === null ? usualTokens : allHeldBy(tokenVariable),
    // Half a pair belongs to Bitbucket's own names, which come first.
    apiToken: isNamed ? pairs.slice(0, 1) : pairs,
  };
}

function allHeldBy(variable: string): TokenVariables {
  return { 'access-token': variable, 'data-center': variable };
}

/** A token of Bitbucket Cloud is of no use to another server, and none of its business; nor the other way round. */
function checkPlatform(kind: ConnectionKind, { platform, apiUrl }: ServerAddress, name: string): void {
  const needed = platformOf[kind];
  if (needed !== platform) throw wrongServer[needed](name, new URL(apiUrl).host);
}

/** What to say where a connection to this platform is used with the server of another one. */
const wrongServer: Readonly<Record<PlatformName, (name: string, host: string) => UsageError>> = {
  'bitbucket-cloud': (name, host) =>
    new UsageError(`The connection "${name}" is one to Bitbucket Cloud, and ${host} is no such server.`, {
      reason:
        'The REST API of Bitbucket Cloud has an address that ends in /2.0; any other one is Data Center.',
      hint: `Use --connection data-center, with an HTTP access token in ${httpAccessTokenVariable}.`,
    }),
  'bitbucket-data-center': (name) =>
    new UsageError(`The connection "${name}" needs the address of a Bitbucket Data Center server.`, {
      hint: 'Give it with --api-url: --api-url https://bitbucket.example.com',
    }),
};
