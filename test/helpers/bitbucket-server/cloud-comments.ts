import { coreError, htmlError } from './answers.ts';
import type { Answer, Route, RouteRequest } from './route.ts';
import {
  findComplaints,
  isObject,
  lineNumber,
  type ObjectRules,
  type Rule,
  repositoryPath,
} from './rules.ts';

/** A comment as the server holds it. */
export interface StoredComment {
  readonly id: number;
  /** UUID of the author. */
  readonly user: string;
  readonly markup: string;
  raw: string;
  deleted: boolean;
  readonly parent: number | null;
  readonly inline: { readonly path: string; readonly to?: number } | null;
  /** How often its text was set after it was created. */
  edits: number;
}

/** The one pull request that the server knows, and its comments. */
export interface StoredPullRequest {
  readonly id: number;
  state: 'OPEN' | 'MERGED' | 'DECLINED' | 'SUPERSEDED';
  /** Full hash of the source branch's tip. */
  tip: string;
  /** The oldest first; deleted ones stay. */
  readonly comments: StoredComment[];
  /** Adds a comment as if somebody had written it. */
  readonly addComment: (raw: string, parts?: Partial<Omit<StoredComment, 'id' | 'raw'>>) => StoredComment;
}

/** Whoever is not named. */
const somebody = '{00000000-0000-0000-0000-000000000000}';

const firstCommentId = 500;
const longestComment = 32_768;
const usualPage = 10;
const longestPage = 100;

export function createPullRequest(id: number, tip: string): StoredPullRequest {
  const comments: StoredComment[] = [];
  const addComment: StoredPullRequest['addComment'] = (raw, parts = {}) => {
    const comment: StoredComment = {
      id: firstCommentId + comments.length,
      user: somebody,
      markup: 'markdown',
      raw,
      deleted: false,
      parent: null,
      inline: null,
      edits: 0,
      ...parts,
    };
    comments.push(comment);
    return comment;
  };
  return { id, state: 'OPEN', tip, comments, addComment };
}

const content: Rule = (value) =>
  findComplaints(value, {
    required: ['raw'],
    fields: { raw: (raw) => (typeof raw === 'string' && raw.trim() !== '' ? null : 'not a text') },
  })[0] ?? null;

const inline: Rule = (value) =>
  findComplaints(value, {
    required: ['path'],
    fields: { path: repositoryPath, to: lineNumber, from: lineNumber },
  })[0] ?? null;

const creationRules: ObjectRules = { required: ['content'], fields: { content, inline } };
const editRules: ObjectRules = { required: ['content'], fields: { content } };

/** The operations on a pull request and its comments. The proxy of Pipelines gives credentials for none. */
export function cloudCommentRoutes(
  pullRequest: StoredPullRequest,
  isRepository: (variables: Readonly<Record<string, string>>) => boolean,
): readonly Route[] {
  const path = '/repositories/{workspace}/{repository}/pullrequests/{pullRequest}';
  const operation = (
    method: string,
    suffix: string,
    handle: (request: RouteRequest, comment: StoredComment) => Answer,
  ): Route => ({
    method,
    path: path + suffix,
    proxied: false,
    handle: (request) => {
      const { variables } = request;
      if (!isRepository(variables)) return coreError(404, 'Repository not found.');
      if (variables.pullRequest !== String(pullRequest.id)) return coreError(404, 'Pull request not found.');
      const comment = pullRequest.comments.find(({ id }) => String(id) === variables.comment);
      if (variables.comment !== undefined && (!comment || comment.deleted)) {
        return coreError(404, 'Comment not found.');
      }
      return handle(request, comment as StoredComment);
    },
  });
  return [
    operation('GET', '', () => ({ status: 200, body: show(pullRequest) })),
    operation('GET', '/comments', (request) => list(pullRequest, request)),
    operation('POST', '/comments', (request) => create(pullRequest, request)),
    operation('PUT', '/comments/{comment}', (request, comment) => edit(comment, request)),
    operation('DELETE', '/comments/{comment}', (request, comment) => remove(comment, request)),
  ];
}

function show({ id, state, tip }: StoredPullRequest): unknown {
  return {
    type: 'pullrequest',
    id,
    state,
    source: { branch: { name: 'feature' }, commit: { type: 'commit', hash: tip.slice(0, 12) } },
  };
}

function list({ comments }: StoredPullRequest, { query, address }: RouteRequest): Answer {
  const page = Number(query.get('page') ?? 1);
  const length = Number(query.get('pagelen') ?? usualPage);
  if (!(length >= 1 && length <= longestPage) || !(page >= 1)) return coreError(400, 'Invalid pagelen.');
  const hidden = (query.get('fields') ?? '').split(',');
  if (hidden.some((field) => !/^-values\.[a-z.]+$|^$/.test(field))) return coreError(400, 'Invalid fields.');
  const next = new URL(address);
  next.searchParams.set('page', String(page + 1));
  return {
    status: 200,
    body: {
      values: comments.slice((page - 1) * length, page * length).map(present),
      pagelen: length,
      page,
      ...(comments.length > page * length ? { next: next.href } : {}),
    },
  };
}

function create(pullRequest: StoredPullRequest, { body, user }: RouteRequest): Answer {
  const refusal = refuse(body, creationRules);
  if (refusal !== null) return refusal;
  return { status: 201, body: present(pullRequest.addComment(rawOf(body), { user })) };
}

function edit(comment: StoredComment, { body, user }: RouteRequest): Answer {
  if (comment.user !== user) return coreError(403, 'You do not have permission to edit this comment.');
  const refusal = refuse(body, editRules);
  if (refusal !== null) return refusal;
  comment.raw = rawOf(body);
  comment.edits += 1;
  return { status: 200, body: present(comment) };
}

function remove(comment: StoredComment, { user }: RouteRequest): Answer {
  if (comment.user !== user) return coreError(403, 'You do not have permission to delete this comment.');
  comment.deleted = true;
  comment.raw = '';
  return { status: 204 };
}

function refuse(body: unknown, rules: ObjectRules): Answer | null {
  const complaint = findComplaints(body, rules)[0];
  if (complaint !== undefined) return coreError(400, complaint);
  // Bitbucket says no more than this about a text that is too long.
  return rawOf(body).length > longestComment ? htmlError(400, 'Bad Request (400)') : null;
}

function rawOf(body: unknown): string {
  return isObject(body) && isObject(body.content) ? String(body.content.raw) : '';
}

function present({ id, user, markup, raw, deleted, parent, inline }: StoredComment): unknown {
  return {
    type: 'pullrequest_comment',
    id,
    deleted,
    pending: false,
    content: { type: 'rendered', raw, markup, html: '' },
    user: { type: 'user', uuid: user },
    ...(parent === null ? {} : { parent: { id: parent } }),
    ...(inline === null ? {} : { inline }),
  };
}
