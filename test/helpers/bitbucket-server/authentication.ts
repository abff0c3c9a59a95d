import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { coreError, silentlyUnauthorized } from './answers.ts';
import type { Answer } from './route.ts';

/** The credentials that a server takes. */
export interface AcceptedCredentials {
  readonly accessToken?: string;
  /** Another one, which took its place: to Bitbucket another user. */
  readonly rotatedToken?: string;
  readonly apiToken?: { readonly email: string; readonly token: string };
}

/** Refuses a request that does not carry one of the accepted credentials; `null` for a good one. */
export function refuseStranger(
  accepted: AcceptedCredentials,
  authorization: string | undefined,
): Answer | null {
  if (authorization === undefined) return coreError(401, 'Authentication is required.');
  const { accessToken, rotatedToken, apiToken } = accepted;
  const good = [
    accessToken && `Bearer ${accessToken}`,
    rotatedToken && `Bearer ${rotatedToken}`,
    apiToken && `Basic ${Buffer.from(`${apiToken.email}:${apiToken.token}`).toString('base64')}`,
  ];
  if (good.includes(authorization)) return null;
  return authorization.startsWith('Basic ')
    ? silentlyUnauthorized
    : coreError(401, 'Token is invalid or not supported for this endpoint.');
}

/** The UUID of the user that a credential stands for. */
export function userOf(authorization: string | undefined): string {
  const digits = createHash('sha256')
    .update(authorization ?? '')
    .digest('hex');
  return `{${[digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join('-')}}`;
}
