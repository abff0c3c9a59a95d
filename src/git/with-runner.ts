import { createAsker } from './ask-objects.ts';
import type { Repository } from './repository.ts';
import type { Runner } from './run-git.ts';

/** What is known of a repository, with the ways to ask git about it. */
export function withRunner(
  known: Omit<Repository, keyof Runner | 'askObjects'>,
  { run, stream }: Runner,
): Repository {
  return { ...known, run, stream, askObjects: createAsker(run) };
}

/** The same repository, whose commands may each take so many seconds where nothing else is said. */
export function withTimeLimit(repository: Repository, timeoutSeconds: number): Repository {
  const { run, stream } = repository;
  return withRunner(repository, {
    run: (args, given) => run(args, { timeoutSeconds, ...given }),
    stream,
  });
}
