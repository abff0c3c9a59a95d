import { CodeScenePrError } from '../errors.ts';
import type { CredentialFacts, Examined } from '../model/diagnosis.ts';
import type { ConnectionKind, PlatformName } from '../model/platform.ts';
import { type Connection, type ConnectionRequest, tryConnection } from './connection.ts';
import { connectionsOf } from './platform-connections.ts';

export interface CredentialRequest extends ConnectionRequest {
  readonly platform: PlatformName;
}

/**
 * Which credentials are there, by the kinds that the platform knows: names of variables and addresses, never a value
 * that is secret.
 */
export function examineCredentials(request: CredentialRequest): readonly CredentialFacts[] {
  return connectionsOf[request.platform].map((kind) => ({ kind, source: examineKind(request, kind) }));
}

function examineKind(request: CredentialRequest, kind: ConnectionKind): Examined<string> | null {
  try {
    const connection = tryConnection(request, kind);
    return connection === null ? null : { found: sourceOf(connection) };
  } catch (error) {
    if (!(error instanceof CodeScenePrError)) throw error;
    const { message, reason = null, hint = null } = error;
    return { trouble: { message, reason, hint } };
  }
}

function sourceOf(connection: Connection): string {
  return connection.kind === 'pipelines' ? connection.proxyUrl : connection.variables.join(' and ');
}
