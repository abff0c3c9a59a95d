import type { BitbucketFacts, Mark, PlaceFacts, Remedy } from '../model/diagnosis.ts';
import type { PlatformName } from '../model/platform.ts';

/** The remedy for everything that needs a token. */
export const addToken: Remedy = {
  say: 'Create a repository access token with the scopes repository and pullrequest, and put it into a secured variable of the repository:',
  paste: ['BITBUCKET_ACCESS_TOKEN'],
};

const addServerToken: Remedy = {
  say: 'Create an HTTP access token with the permission to read the repository, and put it into a secret variable:',
  paste: ['BITBUCKET_HTTP_ACCESS_TOKEN'],
};

const tokens: Readonly<Record<PlatformName, Remedy>> = {
  'bitbucket-cloud': addToken,
  'bitbucket-data-center': addServerToken,
};

/** The same on the platform that is meant. */
export function tokenFor(api: BitbucketFacts['api']): Remedy {
  return 'found' in api ? tokens[api.found.platform] : addToken;
}

/** Publishing is on in the pipeline of a pull request, and where a connection is named it must succeed. */
export function whereNeeded({ bitbucket, kind }: Pick<PlaceFacts, 'bitbucket' | 'kind'>): Mark {
  return bitbucket.isNamed || kind === 'pull-request' ? 'missing' : 'warning';
}
