import { type DataCenterRoute, route } from './data-center-route.ts';
import { type DataCenterState, serverError } from './data-center-state.ts';
import { findComplaints, number, type ObjectRules, oneOf, type Rule, text } from './rules.ts';

const address: Rule = (value) =>
  text(450)(value) ??
  (URL.canParse(String(value)) && /^https?:/.test(String(value)) ? null : 'not an http URL');

const states = ['SUCCESSFUL', 'FAILED', 'INPROGRESS', 'CANCELLED', 'UNKNOWN'];

const buildRules = (known: readonly string[]): ObjectRules => ({
  required: ['key', 'state', 'url'],
  fields: {
    key: text(255),
    state: oneOf(...known),
    url: address,
    name: text(255),
    description: text(255),
    ref: (value) => text(1024)(value) ?? (String(value).startsWith('refs/') ? null : 'not a ref'),
    parent: text(1024),
    buildNumber: text(255),
    duration: number(0, Number.MAX_SAFE_INTEGER),
    lastUpdated: number(0, Number.MAX_SAFE_INTEGER),
  },
});

/**
 * The operations on the repository, its commit and the build statuses of that.
 * @param buildStates those that a build may have; before 8.0 there were three
 */
export function dataCenterBuildRoutes(
  state: DataCenterState,
  buildStates: readonly string[] = states,
): readonly DataCenterRoute[] {
  const rules = buildRules(buildStates);
  const repository = '/api/latest/projects/{project}/repos/{repository}';
  const commit = `${repository}/commits/{commit}`;
  return [
    route(state, {
      method: 'GET',
      path: repository,
      handle: ({ variables }) => ({ status: 200, body: { slug: variables.repository } }),
    }),
    route(state, {
      method: 'GET',
      path: commit,
      handle: ({ variables }) => ({ status: 200, body: { id: variables.commit } }),
    }),
    route(state, {
      method: 'GET',
      path: `${commit}/builds`,
      query: ['key'],
      handle: ({ variables, query }) => {
        const found = state.builds.get(`${variables.commit}/${query.get('key')}`);
        return found
          ? { status: 200, body: found.build }
          : serverError(404, 'The build status does not exist.');
      },
    }),
    route(state, {
      method: 'POST',
      path: `${commit}/builds`,
      handle: ({ variables, body }) => {
        const complaint = findComplaints(body, rules)[0];
        if (complaint !== undefined) return serverError(400, complaint, 'buildStatus');
        const build = body as Record<string, unknown>;
        const key = `${variables.commit}/${build.key}`;
        const states = [...(state.builds.get(key)?.states ?? []), build.state];
        state.builds.set(key, { build, states });
        return { status: 204 };
      },
    }),
  ];
}
