import { realpath } from 'node:fs/promises';
import { type Environment, openRepository, type Repository } from '../git/index.ts';

/** The repository, and where in it the command was given. */
export interface Project {
  readonly repository: Repository;
  /** Without symbolic links, as the repository's root is: what is compared with it must be as well. */
  readonly cwd: string;
}

/**
 * Opens the repository around a folder.
 * @throws EnvironmentError where git is missing or too old, or there is no repository
 * @throws GitError where git cannot read it
 */
export async function openProject(place: {
  readonly cwd: string;
  readonly env: Environment;
  /** Ends every git process that still runs. */
  readonly signal?: AbortSignal | undefined;
}): Promise<Project> {
  const repository = await openRepository(place.cwd, place.env, place.signal);
  return { repository, cwd: await realpath(place.cwd) };
}
