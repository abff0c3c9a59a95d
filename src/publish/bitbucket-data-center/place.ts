import { UsageError } from '../../errors.ts';
import { isOnlyHere } from '../api-url.ts';
import type { ServerAddress } from '../server-address.ts';
import type { PublishTarget } from '../target.ts';

/** @throws UsageError for a commit that is not the full hash: Data Center takes no other. */
export function checkTarget({ commit }: PublishTarget): void {
  if (/^[0-9a-f]{40}$/.test(commit)) return;
  throw new UsageError('--commit is not the full hash of a commit.', {
    reason: 'Bitbucket Data Center takes results for hashes of 40 hexadecimal digits alone.',
    hint: 'Give all of it: git rev-parse <commit> prints it.',
  });
}

/** The repository below one of the server's APIs. A user's own repositories are in a project named `~user`. */
export function repositoryPath({ workspace, repoSlug }: PublishTarget): string {
  return `/projects/${encodeURIComponent(workspace)}/repos/${encodeURIComponent(repoSlug)}`;
}

/** Base of the pull request's REST resources. */
export function pullRequestPath(target: PublishTarget): string {
  return `/api/latest${repositoryPath(target)}/pull-requests/${target.pullRequest}`;
}

/** The page of the repository, and the beginning of the addresses of all its others. */
function repositoryPage({ webUrl }: ServerAddress, target: PublishTarget): string {
  const { workspace, repoSlug } = target;
  if (!workspace.startsWith('~')) return webUrl + repositoryPath(target);
  return `${webUrl}/users/${encodeURIComponent(workspace.slice(1))}/repos/${encodeURIComponent(repoSlug)}`;
}

/** The page of the commit. */
export function commitPage(server: ServerAddress, target: PublishTarget): string {
  return `${repositoryPage(server, target)}/commits/${target.commit}`;
}

/** Where a reader gets from what is published: the pull request, else the commit. */
export function resultPage(server: ServerAddress, target: PublishTarget): string {
  return target.pullRequest === null
    ? commitPage(server, target)
    : `${repositoryPage(server, target)}/pull-requests/${target.pullRequest}/overview`;
}

/** A file as it is on the target's commit, or a line of it: an address that a later push does not change. */
export function sourcePage(
  server: ServerAddress,
  target: PublishTarget,
  { path, line }: { readonly path: string; readonly line: number | null },
): string {
  const file = `${repositoryPage(server, target)}/browse/${path.split('/').map(encodeSegment).join('/')}?at=${target.commit}`;
  return line === null ? file : `${file}#${line}`;
}

/** Whether readers can follow a link to the server: not where it is reached through this machine alone. */
export function isPublicAddress({ webUrl }: ServerAddress): boolean {
  return !isOnlyHere(new URL(webUrl).hostname);
}

/** Encodes what has a meaning in an address, and the characters with one in Markdown that an address may hold. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
