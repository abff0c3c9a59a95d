import type { Answer, Route } from './route.ts';
import type { CloudState, RepositoryIdentity } from './state.ts';

/** The operations that only read: the repository, and the commit with its statuses. */
export function cloudReadRoutes(state: CloudState, identity: RepositoryIdentity): readonly Route[] {
  const repository = '/repositories/{workspace}/{repository}';
  const page: Answer = { status: 200, body: { pagelen: 1, values: [] } };
  const read = (path: string, body: Answer): Route => ({
    method: 'GET',
    path,
    proxied: false,
    handle: ({ variables }) => {
      const found = state.findCommit({ commit: identity.commit, ...variables });
      return 'refusal' in found ? found.refusal : body;
    },
  });
  return [
    read(repository, { status: 200, body: { type: 'repository' } }),
    read(`${repository}/commit/{commit}`, { status: 200, body: { type: 'commit' } }),
    read(`${repository}/commit/{commit}/statuses`, page),
  ];
}
