import { coreError } from './answers.ts';
import type { Answer, Route, RouteRequest } from './route.ts';
import { findComplaints, link, type ObjectRules, oneOf, type Rule, text } from './rules.ts';
import type { CloudState } from './state.ts';

/** A name of a branch, without the `refs/heads/` that the API does not expect. */
const branchName: Rule = (value) => {
  if (typeof value !== 'string' || value === '') return 'not a name';
  return value.startsWith('refs/') ? 'a ref, and not the name of a branch' : null;
};

const shortLink: Rule = (value) => text(450)(value) ?? link(value);

/** The rules of the Bitbucket Cloud REST API for commit statuses, taken as strictly as they can be. */
const statusRules: ObjectRules = {
  required: ['key', 'state', 'url'],
  fields: {
    key: text(40),
    state: oneOf('SUCCESSFUL', 'FAILED', 'INPROGRESS', 'STOPPED'),
    name: text(255),
    description: text(255),
    url: shortLink,
    refname: branchName,
  },
};

/** The operations on the build statuses of a commit. */
export function cloudStatusRoutes(state: CloudState): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/repositories/{workspace}/{repository}/commit/{commit}/statuses/build',
      proxied: false,
      handle: (request) => postStatus(state, request),
    },
  ];
}

/** Creates a status, or overwrites the one of the same key. */
function postStatus(state: CloudState, { variables, body, authorization }: RouteRequest): Answer {
  const found = state.findCommit(variables);
  if ('refusal' in found) return found.refusal;
  const complaints = findComplaints(body, statusRules);
  if (complaints.length > 0) return malformed(complaints);
  const status = body as Record<string, unknown>;
  const key = `${found.commit}/${status.key}`;
  const earlier = state.statuses.get(key);
  if (earlier && earlier.creator !== authorization) {
    return coreError(403, 'You cannot edit this build status.');
  }
  state.statuses.set(key, {
    status,
    creator: authorization,
    states: [...(earlier?.states ?? []), status.state],
  });
  return { status: earlier ? 200 : 201, body: { type: 'build', ...status } };
}

function malformed(complaints: readonly string[]): Answer {
  const fields = complaints.map((complaint) => {
    const [field = '', ...rest] = complaint.split(': ');
    return [field, [rest.join(': ')]] as const;
  });
  return coreError(400, complaints[0] ?? '', { fields: Object.fromEntries(fields) });
}
