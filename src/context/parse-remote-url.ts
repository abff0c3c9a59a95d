import { valueShapes } from './value-shapes.ts';

/** A repository of Bitbucket Cloud, or one of a project of Bitbucket Data Center. */
export interface RemoteRepository {
  /** On Data Center the key of the project, or `~` and the name of a user. */
  readonly workspace: string;
  readonly repoSlug: string;
}

/** Hosts under which Bitbucket Cloud serves git; the second takes ssh on port 443. */
const hosts = new Set(['bitbucket.org', 'altssh.bitbucket.org']);

/** `git@bitbucket.org:workspace/repository.git`, which is no URL. */
const shortForm = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/;

function hostAndPath(url: string): readonly [string, string] | null {
  const [, host, path] = shortForm.exec(url) ?? [];
  if (host !== undefined && path !== undefined) return [host, path];
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isRemote = ['http:', 'https:', 'ssh:', 'git+ssh:'].includes(parsed.protocol);
  return isRemote ? [parsed.hostname, parsed.pathname] : null;
}

/**
 * The workspace and repository that a remote's URL names on Bitbucket Cloud, in each of the forms that git
 * takes; `null` for any other host (Data Center included) or form.
 */
export function parseRemoteUrl(url: string): RemoteRepository | null {
  const [host, path] = hostAndPath(url) ?? [];
  if (host === undefined || path === undefined || !hosts.has(host.toLowerCase())) return null;
  return toRepository(path);
}

/**
 * The project and repository that a remote's URL names on a Bitbucket Data Center server: with `scm` before them over
 * http, and alone over ssh. Nothing in such a URL says that it is one of Bitbucket, so it counts only for those who
 * know; `null` for Bitbucket Cloud and any other form.
 */
export function parseServerUrl(url: string): RemoteRepository | null {
  const [host, path] = hostAndPath(url) ?? [];
  if (host === undefined || path === undefined || hosts.has(host.toLowerCase())) return null;
  if (!/^https?:/i.test(url)) return toRepository(path);
  const [, below] = /^(?:\/[^/]+)*?\/scm\/(.+)$/.exec(path) ?? [];
  return below === undefined ? null : toRepository(below);
}

function toRepository(path: string): RemoteRepository | null {
  const [workspace = '', repository = '', ...rest] = path.replace(/^\/+|\/+$/g, '').split('/');
  const repoSlug = repository.replace(/\.git$/, '');
  const areSlugs = valueShapes.workspace.matches(workspace) && valueShapes.repository.matches(repoSlug);
  return areSlugs && rest.length === 0 ? { workspace, repoSlug } : null;
}
