import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeOutput } from './describe-output.ts';
import { findProgram } from './find-program.ts';
import { safeSearchPath } from './git-environment.ts';
import { assertVersion } from './open-repository.ts';
import type { Environment } from './repository.ts';
import { createRunner } from './run-git.ts';

/** The git program that every command would use. */
export interface FoundGit {
  readonly version: string;
  /** Its path; `null` where no folder of `PATH` shows it. */
  readonly program: string | null;
}

/**
 * Finds git in the folders of `PATH` outside of the repository, and asks for its version. Needs no repository.
 * @param root the repository's top folder; `null` outside of one
 * @throws EnvironmentError where it is missing or older than 2.30
 */
export async function findGit(environment: Environment, root: string | null): Promise<FoundGit> {
  // Outside of a repository there is nothing that a pull request could have planted.
  const folders = { root: root ?? tmpdir(), gitDirectory: path.join(root ?? tmpdir(), '.git') };
  const { run } = createRunner(environment, folders);
  const version = await assertVersion(run);
  const program = findProgram(safeSearchPath(environment.PATH, folders.root));
  return { version: describeOutput(version), program };
}
