import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError } from '../errors.ts';
import { quoted } from './describe-output.ts';
import type { GitFolders } from './git-environment.ts';
import type { Environment } from './repository.ts';

/** The git folder that a `.git` stands for: itself, or the one that its `gitdir:` line names. */
async function resolveGitEntry(entry: string): Promise<string | null> {
  try {
    if ((await stat(entry)).isDirectory()) return entry;
    const [, folder] = /^gitdir: (.+)$/m.exec(await readFile(entry, 'utf8')) ?? [];
    return folder === undefined ? null : path.resolve(path.dirname(entry), folder.trimEnd());
  } catch {
    return null;
  }
}

async function findUpwards(folder: string): Promise<GitFolders | null> {
  const gitDirectory = await resolveGitEntry(path.join(folder, '.git'));
  if (gitDirectory !== null) return { root: folder, gitDirectory };
  const parent = path.dirname(folder);
  return parent === folder ? null : findUpwards(parent);
}

function fromVariables(cwd: string, environment: Environment): GitFolders | null {
  const { GIT_DIR: gitDirectory, GIT_WORK_TREE: workTree } = environment;
  if (gitDirectory === undefined || gitDirectory === '') return null;
  return { root: path.resolve(cwd, workTree ?? '.'), gitDirectory: path.resolve(cwd, gitDirectory) };
}

function notARepository(cwd: string, environment: Environment): EnvironmentError {
  const inPipeline = Object.keys(environment).some((name) => name.startsWith('BITBUCKET_'));
  return new EnvironmentError('This is not a git repository with a working tree.', {
    reason: `Neither ${quoted(cwd)} nor a folder above it has a .git.`,
    hint: inPipeline
      ? 'Is the clone switched off? The step needs it: remove "clone: enabled: false" from bitbucket-pipelines.yml, and run in $BITBUCKET_CLONE_DIR.'
      : 'Run it inside of a clone.',
  });
}

/**
 * Finds the repository that `cwd` belongs to without running git, so that git can be told where it is
 * instead of trusting what it finds: that works for a clone of another owner with every version of git
 * (`safe.directory` on the command line does from 2.38 on) and overrides `core.worktree`.
 * `GIT_DIR` and `GIT_WORK_TREE` count as they do for git itself: a hook of a linked working tree sets them.
 *
 * @throws EnvironmentError where there is no repository
 */
export async function locateRepository(cwd: string, environment: Environment): Promise<GitFolders> {
  const start = await realpath(cwd).catch(() => null);
  if (start === null) throw new EnvironmentError(`The folder ${quoted(cwd)} does not exist.`);
  const found = fromVariables(start, environment) ?? (await findUpwards(start));
  if (found === null) throw notARepository(cwd, environment);
  return { root: await realpath(found.root).catch(() => found.root), gitDirectory: found.gitDirectory };
}
