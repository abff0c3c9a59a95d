import { coreError } from './answers.ts';
import type { Answer, Route } from './route.ts';
import type { CloudState, RepositoryIdentity } from './state.ts';

/** The operations that only read: the repository, the commit with its statuses, the pull request with its comments. */
export function cloudReadRoutes(state: CloudState, identity: RepositoryIdentity): readonly Route[] {
  const repository = '/repositories/{workspace}/{repository}';
  const pullRequest = `${repository}/pullrequests/{pullRequest}`;
  const page: Answer = { status: 200, body: { pagelen: 1, values: [] } };
  const read = (path: string, body: Answer): Route => ({
    method: 'GET',
    path,
    proxied: false,
    handle: ({ variables }) => {
      const found = state.findCommit({ commit: identity.commit, ...variables });
      if ('refusal' in found) return found.refusal;
      const { pullRequest: id = `${identity.pullRequest ?? 7}` } = variables;
      return id === `${identity.pullRequest ?? 7}` ? body : coreError(404, 'Pull request not found');
    },
  });
  return [
    read(repository, { status: 200, body: { type: 'repository' } }),
    read(`${repository}/commit/{commit}`, { status: 200, body: { type: 'commit' } }),
    read(`${repository}/commit/{commit}/statuses`, page),
    read(pullRequest, { status: 200, body: { type: 'pullrequest' } }),
    read(`${pullRequest}/comments`, page),
  ];
}
