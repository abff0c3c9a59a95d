import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './repository.ts';

/**
 * Variables by which the caller says how to reach a remote and which configuration files hold: the
 * only `GIT_…` ones that are handed on. All others redirect git (`GIT_DIR`, `GIT_OBJECT_DIRECTORY`),
 * make it run something (`GIT_EXTERNAL_DIFF`, `GIT_PAGER`) or print more than it should (`GIT_TRACE…`).
 */
const keptVariables = new Set([
  'GIT_ASKPASS',
  'GIT_EXEC_PATH',
  'GIT_SSH',
  'GIT_SSH_COMMAND',
  'GIT_SSH_VARIANT',
]);
const keptPrefixes = ['GIT_CONFIG_', 'GIT_HTTP_', 'GIT_PROXY_SSL_', 'GIT_SSL_'];

function isKept(spelling: string): boolean {
  // Windows knows no case in names of variables: `Path` is the search path, which is set apart.
  const name = spelling.toUpperCase();
  if (name === 'PATH') return false;
  if (!name.startsWith('GIT_')) return true;
  return keptVariables.has(name) || keptPrefixes.some((prefix) => name.startsWith(prefix));
}

function realPath(folder: string): string {
  try {
    // Unlike the other one, it gives names as the file system spells them where that ignores case.
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

function isInside(folder: string, root: string): boolean {
  const relative = path.relative(root, folder);
  if (path.isAbsolute(relative)) return false;
  return relative !== '..' && !relative.startsWith(`..${path.sep}`);
}

function isSafeFolder(folder: string, root: string): boolean {
  return path.isAbsolute(folder) && !isInside(folder, root) && !isInside(realPath(folder), root);
}

/**
 * The folders of `PATH` where programs may be looked for: absolute ones outside the repository.
 * `npx` and `npm run` put the clone's own `node_modules/.bin` first, where a pull request could plant
 * a `git`.
 */
export function safeSearchPath(searchPath: string | undefined, root: string): string {
  const folders = (searchPath ?? '').split(path.delimiter);
  return folders.filter((folder) => isSafeFolder(folder, root)).join(path.delimiter);
}

/** Where git finds its files; given explicitly, it neither searches nor asks who owns them. */
export interface GitFolders {
  readonly root: string;
  readonly gitDirectory: string;
}

/**
 * The environment of every git process: the caller's, less what redirects git, and with prompts,
 * locks, pager, lazy fetches, replaced objects and translated messages switched off.
 */
export function gitEnvironment(environment: Environment, folders: GitFolders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && isKept(name)) kept[name] = value;
  }
  return {
    GIT_ASKPASS: '',
    ...kept,
    PATH: safeSearchPath(environment.PATH, folders.root),
    GIT_DIR: folders.gitDirectory,
    GIT_WORK_TREE: folders.root,
    GIT_ALLOW_PROTOCOL: '',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}
