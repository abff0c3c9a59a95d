import { PublishError } from '../../errors.ts';
import type { Client } from '../http/api.ts';
import { isRecord } from '../is-record.ts';
import type { PullRequest } from '../pull-request.ts';
import type { PublishTarget } from '../target.ts';

/** Path of a pull request below the API's base. */
export function pullRequestPath({ workspace, repoSlug, pullRequest }: PublishTarget): string {
  const [owner, repository] = [workspace, repoSlug].map(encodeURIComponent);
  return `/repositories/${owner}/${repository}/pullrequests/${pullRequest}`;
}

/**
 * Reads state and tip of the target's pull request (Bitbucket Cloud REST API, pull requests).
 * @throws PublishError
 */
export async function readPullRequest(
  client: Client,
  target: PublishTarget,
  refusalHint: string,
): Promise<PullRequest> {
  const purpose = `read pull request ${target.pullRequest}`;
  const { body } = await client.send({ purpose, method: 'GET', path: pullRequestPath(target), refusalHint });
  const { state, source } = isRecord(body) ? body : {};
  const commit = isRecord(source) && isRecord(source.commit) ? source.commit.hash : undefined;
  if (typeof state !== 'string' || typeof commit !== 'string' || !/^[0-9a-f]{7,64}$/.test(commit)) {
    throw new PublishError(`Could not ${purpose}: the answer does not name its state and commit.`, null);
  }
  return { isOpen: state === 'OPEN', state: state.toLowerCase(), tip: commit };
}
