import type { PublishTarget } from '../target.ts';

/** The page of the repository on bitbucket.org, and the beginning of the addresses of all its others. */
export function repositoryPage({ workspace, repoSlug }: PublishTarget): string {
  return `https://bitbucket.org/${encodeURIComponent(workspace)}/${encodeURIComponent(repoSlug)}`;
}

export function commitPage(target: PublishTarget): string {
  return `${repositoryPage(target)}/commits/${target.commit}`;
}

/** The result of the pipeline that this runs in; `null` outside of one. */
export function pipelinePage(target: PublishTarget): string | null {
  const { buildNumber } = target;
  if (!Number.isSafeInteger(buildNumber)) return null;
  return `${repositoryPage(target)}/pipelines/results/${buildNumber}`;
}

/** A file as it is on the target's commit, or a line of it: an address that a later push does not change. */
export function sourcePage(target: PublishTarget, path: string, line: number | null): string {
  const file = `${repositoryPage(target)}/src/${target.commit}/${path.split('/').map(encodeSegment).join('/')}`;
  return line === null ? file : `${file}#lines-${line}`;
}

/** Encodes what has a meaning in an address, and the characters with one in Markdown that an address may hold. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
