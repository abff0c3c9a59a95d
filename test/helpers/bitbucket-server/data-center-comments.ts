import { type DataCenterRequest, type DataCenterRoute, route } from './data-center-route.ts';
import { type DataCenterState, type StoredComment, serverError } from './data-center-state.ts';
import type { Answer } from './route.ts';
import { findComplaints, type ObjectRules, type Rule, text } from './rules.ts';

const longestComment = 32_767;

const comment: Rule = (value) => {
  const complaint = text(longestComment)(value);
  return complaint === null
    ? null
    : `Please enter a non-empty value less than 32768 characters (${complaint})`;
};
const version: Rule = (value) => (Number.isInteger(value) && Number(value) >= 0 ? null : 'not a version');

const newComment: ObjectRules = { required: ['text'], fields: { text: comment } };
const editedComment: ObjectRules = { required: ['text', 'version'], fields: { text: comment, version } };

/**
 * The operations on the pull request and its comments. Comments are listed among the activities, the newest first.
 * @param largestPage what a page holds at most, whatever is asked for
 */
export function dataCenterCommentRoutes(
  state: DataCenterState,
  largestPage: number,
): readonly DataCenterRoute[] {
  const pullRequest = '/api/latest/projects/{project}/repos/{repository}/pull-requests/{pullRequest}';
  const one = `${pullRequest}/comments/{comment}`;
  const withComment =
    (handle: (found: StoredComment, request: DataCenterRequest) => Answer) =>
    (request: DataCenterRequest): Answer => {
      const found = state.comments.find(({ id }) => String(id) === request.variables.comment);
      return found ? handle(found, request) : serverError(404, 'The comment does not exist.');
    };
  return [
    route(state, { method: 'GET', path: pullRequest, handle: () => getPullRequest(state) }),
    route(state, {
      method: 'GET',
      path: `${pullRequest}/activities`,
      query: ['start', 'limit'],
      handle: ({ query }) => listActivities(state, query, largestPage),
    }),
    route(state, {
      method: 'POST',
      path: `${pullRequest}/comments`,
      handle: ({ body, user }) => {
        const complaint = findComplaints(body, newComment)[0];
        if (complaint !== undefined) return serverError(400, complaint, 'text');
        const { text: given } = body as { text: string };
        return { status: 201, body: toJson(state.addComment({ text: given, author: user })) };
      },
    }),
    route(state, {
      method: 'GET',
      path: one,
      handle: withComment((found) => ({ status: 200, body: toJson(found) })),
    }),
    route(state, { method: 'PUT', path: one, handle: withComment(editComment) }),
    route(state, {
      method: 'DELETE',
      path: one,
      query: ['version'],
      handle: withComment((found, request) => deleteComment(state, found, request)),
    }),
  ];
}

function getPullRequest({ identity, pullRequest }: DataCenterState): Answer {
  const { state, tip } = pullRequest;
  const fromRef = { id: 'refs/heads/feature', displayId: 'feature', latestCommit: tip };
  return {
    status: 200,
    body: { id: identity.pullRequest, version: 3, state, open: state === 'OPEN', fromRef },
  };
}

function listActivities(
  { comments, deletedComments }: DataCenterState,
  query: URLSearchParams,
  largestPage: number,
): Answer {
  const start = Number(query.get('start') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 25), largestPage);
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(limit) || limit < 1) {
    return serverError(400, 'start and limit must be whole numbers.');
  }
  const opened = { id: 1, action: 'OPENED', user: { id: 9, name: 'ada' } };
  const added = [...comments, ...deletedComments].sort((first, second) => second.id - first.id);
  const deleted = deletedComments.map((comment) => ({
    ...toActivity(comment),
    id: 9000 + comment.id,
    commentAction: 'DELETED',
  }));
  const all = [...deleted.reverse(), ...added.map(toActivity), opened];
  const values = all.slice(start, start + limit);
  const isLastPage = start + limit >= all.length;
  const next = isLastPage ? { nextPageStart: null } : { nextPageStart: start + limit };
  return { status: 200, body: { values, size: values.length, limit, start, isLastPage, ...next } };
}

function toActivity(stored: StoredComment): object {
  const anchor = stored.onFile ? { commentAnchor: { path: 'src/a.ts', line: 1 } } : {};
  return {
    id: 1000 + stored.id,
    action: 'COMMENTED',
    commentAction: 'ADDED',
    comment: toJson(stored),
    ...anchor,
  };
}

function toJson({ id, version: current, text: stored, author, state, replies }: StoredComment): unknown {
  const comments = replies.map((reply) => ({ id: reply, version: 0, text: 'A reply.', author: { id: 9 } }));
  return {
    id,
    version: current,
    text: stored,
    author: { id: author, name: `user${author}` },
    state,
    comments,
  };
}

function editComment(found: StoredComment, { body, user }: DataCenterRequest): Answer {
  const complaint = findComplaints(body, editedComment)[0];
  if (complaint !== undefined) return serverError(400, complaint, 'text');
  if (found.author !== user) return serverError(401, 'Only the author may edit the text of a comment.');
  const edit = body as { text: string; version: number };
  if (edit.version !== found.version) return outOfDate(found);
  found.text = edit.text;
  found.version += 1;
  return { status: 200, body: toJson(found) };
}

function deleteComment(
  state: DataCenterState,
  found: StoredComment,
  { query, user }: DataCenterRequest,
): Answer {
  if (found.author !== user) return serverError(401, 'You are not permitted to delete this comment.');
  if (query.get('version') !== String(found.version)) return outOfDate(found);
  if (found.replies.length > 0)
    return serverError(409, 'The comment has replies which must be deleted first.');
  state.deletedComments.push(...state.comments.splice(state.comments.indexOf(found), 1));
  return { status: 204 };
}

function outOfDate({ id, version: current }: StoredComment): Answer {
  return serverError(
    409,
    `You are attempting to modify comment ${id} based on out-of-date information: it has version ${current}.`,
  );
}
