import { PublishError } from '../../errors.ts';
import type { Client } from '../http/api.ts';
import { isRecord } from '../is-record.ts';
import type { PullRequest } from '../pull-request.ts';
import type { PublishTarget } from '../target.ts';
import { pullRequestPath } from './place.ts';

/**
 * Reads state and tip of the target's pull request (Bitbucket Data Center REST API, pull requests).
 * @throws PublishError
 */
export async function readPullRequest(
  client: Client,
  target: PublishTarget,
  refusalHint: string,
): Promise<PullRequest> {
  const purpose = `read pull request ${target.pullRequest}`;
  const { body } = await client.send({ purpose, method: 'GET', path: pullRequestPath(target), refusalHint });
  const { state, fromRef } = isRecord(body) ? body : {};
  const commit = isRecord(fromRef) ? fromRef.latestCommit : undefined;
  if (typeof state !== 'string' || typeof commit !== 'string' || !/^[0-9a-f]{40}$/.test(commit)) {
    throw new PublishError(`Could not ${purpose}: the answer does not name its state and commit.`, null);
  }
  return { isOpen: state === 'OPEN', state: state.toLowerCase(), tip: commit };
}
