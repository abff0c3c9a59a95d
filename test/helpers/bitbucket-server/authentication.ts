import { Buffer } from 'node:buffer';
import { coreError, silentlyUnauthorized } from './answers.ts';
import type { Answer } from './route.ts';

/** The credentials that a server takes. */
export interface AcceptedCredentials {
  readonly accessToken?: string;
  readonly apiToken?: { readonly email: string; readonly token: string };
}

/** Refuses a request that does not carry one of the accepted credentials; `null` for a good one. */
export function refuseStranger(
  accepted: AcceptedCredentials,
  authorization: string | undefined,
): Answer | null {
  if (authorization === undefined) return coreError(401, 'Authentication is required.');
  const { accessToken, apiToken } = accepted;
  const good = [
    accessToken && `Bearer ${accessToken}`,
    apiToken && `Basic ${Buffer.from(`${apiToken.email}:${apiToken.token}`).toString('base64')}`,
  ];
  if (good.includes(authorization)) return null;
  return authorization.startsWith('Basic ')
    ? silentlyUnauthorized
    : coreError(401, 'Token is invalid or not supported for this endpoint.');
}
