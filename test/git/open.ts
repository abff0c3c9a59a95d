import { openRepository } from '../../src/git/open-repository.ts';
import type { Repository } from '../../src/git/repository.ts';
import { type TestRepository, testEnvironment } from '../helpers/create-repository.ts';

/** Opens a repository without any configuration of this machine. */
export function open(repository: TestRepository): Promise<Repository> {
  return openRepository(repository.root, testEnvironment());
}
