import { type CheckContext, type ContextOptions, resolveContext } from '../../src/context/index.ts';
import { openRepository } from '../../src/git/index.ts';
import { createRepository, type TestRepository, testEnvironment } from '../helpers/create-repository.ts';

type Variables = Readonly<Record<string, string>>;

/** The context that a check of the repository finds. */
export async function contextOf(
  repository: TestRepository,
  variables: Variables = {},
  options: ContextOptions = {},
): Promise<CheckContext> {
  const env = testEnvironment(variables);
  return resolveContext({ env, options, repository: await openRepository(repository.root, env) });
}

interface Build {
  readonly origin: TestRepository;
  readonly fork: string;
  readonly head: string;
  readonly target: string;
  /** The variables of the pull request's pipeline. */
  readonly variables: Record<string, string>;
}

/** A remote whose main branch has moved on since `feature/x` was made. */
export function createBuild(): Build {
  const origin = createRepository();
  const fork = origin.commit('fork', { 'shared.ts': 's\n' });
  origin.git('checkout', '--quiet', '--detach');
  const head = origin.extend('feature/x', 2);
  const target = origin.extend('main', 1);
  origin.checkout('main');
  const variables = {
    BITBUCKET_BUILD_NUMBER: '7',
    BITBUCKET_COMMIT: head.slice(0, 12),
    BITBUCKET_BRANCH: 'feature/x',
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: target.slice(0, 12),
    BITBUCKET_WORKSPACE: 'team',
    BITBUCKET_REPO_SLUG: 'shop',
  };
  return { origin, fork, head, target, variables };
}
