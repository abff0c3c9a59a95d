import type { Mark, PlaceFacts, Remedy } from '../model/diagnosis.ts';

/** The remedy for everything that needs a token. */
export const addToken: Remedy = {
  say: 'Create a repository access token with the scopes repository and pullrequest, and put it into a secured variable of the repository:',
  paste: ['BITBUCKET_ACCESS_TOKEN'],
};

/** Publishing is on in the pipeline of a pull request, and where a connection is named it must succeed. */
export function whereNeeded({ bitbucket, kind }: Pick<PlaceFacts, 'bitbucket' | 'kind'>): Mark {
  return bitbucket.isNamed || kind === 'pull-request' ? 'missing' : 'warning';
}
