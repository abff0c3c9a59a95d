import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';
import type { BuildState, BuildStatus } from '../build-status.ts';
import type { ApiRequest } from '../http/api.ts';
import type { StatusPlace } from '../platform.ts';
import { titleOf } from '../report-title.ts';
import type { ServerAddress } from '../server-address.ts';
import { limits } from './limits.ts';
import { repositoryPath, resultPage } from './place.ts';

/** A build status as the Bitbucket Data Center REST API, builds, takes it (7.14 and later). */
interface StatusPayload {
  readonly key: string;
  readonly state: 'INPROGRESS' | 'SUCCESSFUL' | 'FAILED' | 'CANCELLED';
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly ref?: string;
}

export const stateNames: Readonly<Record<BuildState, StatusPayload['state']>> = {
  INPROGRESS: 'INPROGRESS',
  SUCCESSFUL: 'SUCCESSFUL',
  FAILED: 'FAILED',
  STOPPED: 'CANCELLED',
};

/** CANCELLED came with 8.0 (Data Center API changelog): before that, a stopped run has failed. */
export const plainerStates = { STOPPED: 'FAILED' } as const;

export const statusForbiddenHint =
  'The token needs the permission to read the repository, and may not be able to overwrite the status of another ' +
  'user: use the same token in every run, or give another --report-id.';

/**
 * The request that sets the status. The server overwrites the one that has the same key on the commit, so it may be
 * repeated.
 */
export function toStatusRequest(
  status: BuildStatus,
  { target, reportId, server }: StatusPlace & { readonly server: ServerAddress },
): ApiRequest {
  const state = stateNames[status.state];
  const { sourceBranch } = target;
  const payload: StatusPayload = {
    key: reportId,
    state,
    name: cutText(titleOf(reportId), limits.statusTextLength),
    description: cutText(escapeText(status.description), limits.statusTextLength),
    url: target.buildUrl ?? resultPage(server, target),
    ...(sourceBranch ? { ref: `refs/heads/${sourceBranch}` } : {}),
  };
  return {
    purpose: `set the build status to ${state}`,
    method: 'POST',
    path: `/api/latest${repositoryPath(target)}/commits/${target.commit}/builds`,
    body: payload,
    repeatable: true,
    role: 'last',
  };
}
