import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { GitError } from '../errors.ts';
import { gitFailure } from './describe-output.ts';
import { emptyBlobOf } from './empty-objects.ts';
import { nulFields } from './nul-fields.ts';
import type { Environment, Repository } from './repository.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** The index file in force: the one that a running `git commit` hands its hooks, else the usual one. */
function indexFileOf(repository: Repository): string {
  const given = repository.environment.GIT_INDEX_FILE ?? '';
  return given === '' ? path.join(repository.gitDirectory, 'index') : path.resolve(repository.root, given);
}

/** The variables that make git use the index in force. */
export function indexVariables(repository: Repository): Environment {
  return { GIT_INDEX_FILE: indexFileOf(repository) };
}

/** NUL-terminated paths of untracked files that are not ignored; a nested repository is not a file. */
async function untrackedFiles(repository: Repository): Promise<readonly Buffer[]> {
  const result = await repository.run(['ls-files', '-z', '--others', '--exclude-standard', '--full-name'], {
    environment: indexVariables(repository),
  });
  if (result.exitCode !== 0) throw gitFailure('The untracked files could not be listed.', result);
  return nulFields(result.stdout).filter((bytes) => bytes.at(-1) !== '/'.charCodeAt(0));
}

function indexEntries(repository: Repository, paths: readonly Buffer[]): Buffer {
  const head = Buffer.from(`100644 ${emptyBlobOf(repository)} 0\t`);
  return Buffer.concat(paths.flatMap((bytes) => [head, bytes, Buffer.from([0])]));
}

/**
 * Runs `action` with the variables of an index in which untracked files that are not ignored are noted,
 * so that git sees them as it sees tracked ones, renames included. That is a copy, removed afterwards: the
 * user's index is not written.
 *
 * @throws GitError where the untracked files cannot be listed or noted
 * @throws EnvironmentError where no temporary folder can be made
 */
export async function withWorkingTreeIndex<T>(
  repository: Repository,
  action: (variables: Environment) => Promise<T>,
): Promise<T> {
  const untracked = await untrackedFiles(repository);
  if (untracked.length === 0) return action(indexVariables(repository));
  return withTemporaryFolder(async (folder) => {
    const variables = { GIT_INDEX_FILE: path.join(folder, 'index') };
    await copyIndex(repository, variables.GIT_INDEX_FILE);
    const noted = await repository.run(['update-index', '-z', '--index-info'], {
      environment: variables,
      input: indexEntries(repository, untracked),
    });
    if (noted.exitCode !== 0) throw gitFailure('The untracked files could not be compared.', noted);
    return action(variables);
  });
}

/** A repository where nothing was ever added has none. Where there is one, half of it would be another change. */
async function copyIndex(repository: Repository, copy: string): Promise<void> {
  try {
    await copyFile(indexFileOf(repository), copy);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new GitError("The clone's index could not be copied.", {
      reason: `The system says ${code ?? 'nothing more'}.`,
      hint: 'Is there room in the temporary folder, and may the index be read?',
      cause: error,
    });
  }
}
