import { createRepository, type TestRepository } from '../helpers/create-repository.ts';

interface Origin {
  readonly origin: TestRepository;
  readonly fork: string;
  readonly head: string;
  readonly target: string;
}

/** A pull request of three commits whose target has moved on by two; `before` commits precede both. */
export function createOrigin(before = 1, ahead = 3): Origin {
  const origin = createRepository();
  origin.commit('root');
  origin.git('checkout', '--quiet', '--detach');
  const fork = origin.extend('main', before);
  origin.git('branch', 'feature', fork);
  const head = origin.extend('feature', ahead);
  const target = origin.extend('main', 2);
  origin.checkout('main');
  return { origin, fork, head, target };
}
