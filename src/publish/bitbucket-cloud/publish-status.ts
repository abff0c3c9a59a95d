import { cutText } from '../../text/cut-text.ts';
import { escapeText } from '../../text/escape-text.ts';
import type { BuildState, BuildStatus } from '../build-status.ts';
import type { ApiRequest } from '../http/api.ts';
import type { StatusPlace } from '../platform.ts';
import { titleOf } from '../report-title.ts';
import { limits } from './limits.ts';
import { findReportLink } from './report.ts';

/** A commit status as the Bitbucket Cloud REST API, commit statuses, takes it. */
interface StatusPayload {
  readonly key: string;
  readonly state: BuildState;
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly refname?: string;
}

export const stateNames: Readonly<Record<BuildState, BuildState>> = {
  INPROGRESS: 'INPROGRESS',
  SUCCESSFUL: 'SUCCESSFUL',
  FAILED: 'FAILED',
  STOPPED: 'STOPPED',
};

export const statusForbiddenHint =
  'A build status may be overwritten by its creator and by administrators of the repository alone: use the same ' +
  'token in every run, or give another --report-id. On a new commit any token may set it.';

/**
 * The request that sets the status. Bitbucket Cloud overwrites the one that has the same key on the commit, so it may
 * be repeated.
 */
export function toStatusRequest(status: BuildStatus, { target, reportId }: StatusPlace): ApiRequest {
  const [workspace, repository] = [target.workspace, target.repoSlug].map(encodeURIComponent);
  return {
    purpose: `set the build status to ${stateNames[status.state]}`,
    method: 'POST',
    path: `/repositories/${workspace}/${repository}/commit/${target.commit}/statuses/build`,
    body: toPayload(status, { target, reportId }),
    repeatable: true,
    role: 'last',
  };
}

function toPayload({ state, description }: BuildStatus, { target, reportId }: StatusPlace): StatusPayload {
  const { sourceBranch } = target;
  return {
    key: statusKey(reportId),
    state,
    name: cutText(titleOf(reportId), limits.statusTextLength),
    description: cutText(escapeText(description), limits.statusTextLength),
    url: findReportLink(target),
    // A status counts for a pull request where it names the source branch.
    ...(sourceBranch == null ? {} : { refname: sourceBranch }),
  };
}

/**
 * The same in every run, as merge checks count all keys on a commit: a run that took another one would leave a failed
 * status behind that nothing overwrites. A report's id is held to the length of a key.
 */
function statusKey(reportId: string): string {
  return reportId;
}
