import { CodeScenePrError } from '../errors.ts';
import type { CredentialFacts, Examined } from '../model/diagnosis.ts';
import { resolveConnection } from './connection.ts';
import {
  describeAppPassword,
  describeHalfSetPairs,
  type Environment,
  isSet,
  readAccessToken,
  readApiToken,
} from './credentials.ts';

export interface CredentialRequest {
  readonly env: Environment;
  /** Base address of the API, as given. */
  readonly apiUrl: string;
  readonly inPipeline: boolean;
}

/** Which credentials are there, by kind: names of variables and addresses, never a value that is secret. */
export function examineCredentials(request: CredentialRequest): readonly CredentialFacts[] {
  const { env } = request;
  return [
    { kind: 'access-token', source: examine(() => readAccessToken(env)?.variables.join(' and ') ?? null) },
    { kind: 'api-token', source: examine(() => readApiToken(env)?.variables.join(' and ') ?? null) },
    { kind: 'pipelines', source: examine(() => findProxy(request)) },
  ];
}

function findProxy({ env, apiUrl, inPipeline }: CredentialRequest): string | null {
  if (!inPipeline && !isSet(env, 'CODESCENE_PR_PIPELINES_PROXY')) return null;
  const { connection } = resolveConnection({ env, apiUrl, inPipeline, preset: 'pipelines' });
  return connection?.kind === 'pipelines' ? connection.proxyUrl : null;
}

function examine(find: () => string | null): Examined<string> | null {
  try {
    const found = find();
    return found === null ? null : { found };
  } catch (error) {
    if (!(error instanceof CodeScenePrError)) throw error;
    const { message, reason = null, hint = null } = error;
    return { trouble: { message, reason, hint } };
  }
}

/** What is set but of no use, a sentence each: its owner believes that it works. */
export function describeLeftovers(env: Environment): readonly string[] {
  const appPassword = describeAppPassword(env);
  return [...describeHalfSetPairs(env), ...(appPassword === null ? [] : [appPassword])];
}
