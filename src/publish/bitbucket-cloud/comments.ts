import { PublishError } from '../../errors.ts';
import { readMarker } from '../comment-marker.ts';
import type { Comments, MarkedComment } from '../comments.ts';
import type { ApiRequest, Client } from '../http/api.ts';
import { isRecord } from '../is-record.ts';
import { limits } from '../limits.ts';

/** Left out of the answers: rendered text and links make the most of them, and are not read. */
const unread = ['content.html', 'links', 'pullrequest', 'user.links'];

/**
 * The comments of a pull request (Bitbucket Cloud REST API, pull requests).
 * @param path of the pull request, below the API's base
 */
export function openComments(
  client: Client,
  { path, reportId, refusalHint }: { path: string; reportId: string; refusalHint: string },
): Comments {
  const send = (request: ApiRequest) => client.send({ refusalHint, ...request });
  const commentPath = (id: number) => `${path}/comments/${id}`;
  return {
    search: async () => {
      const fields = unread.map((field) => `-values.${field}`).join(',');
      let next: string | null = `${path}/comments?pagelen=${limits.commentsPerPage}&fields=${fields}`;
      const found: MarkedComment[] = [];
      for (let page = 0; next !== null && page < limits.commentPages; page += 1) {
        const { values, next: following } = readPage(
          (await send({ purpose: 'list the comments', method: 'GET', path: next })).body,
        );
        found.push(...values.flatMap((value) => readComment(value, reportId) ?? []));
        next = following;
      }
      return { marked: found.sort((first, second) => first.id - second.id), isComplete: next === null };
    },
    edit: async (id, text) => {
      const purpose = `edit comment ${id}`;
      const body = contentOf(text);
      const alsoAccepted = [403, 404, 410];
      const { status } = await send({ purpose, method: 'PUT', path: commentPath(id), body, alsoAccepted });
      if (status === 403) return 'forbidden';
      return alsoAccepted.includes(status) ? 'gone' : 'edited';
    },
    create: async (text, look) => {
      const { body } = await send({
        purpose: 'create the comment',
        method: 'POST',
        path: `${path}/comments`,
        body: contentOf(text),
        findResult: async () => ((await look()) ? { status: 200, body: null } : null),
      });
      return readComment(body, reportId);
    },
    remove: async (id) => {
      const purpose = `remove comment ${id}, a double`;
      await send({ purpose, method: 'DELETE', path: commentPath(id), alsoAccepted: [404, 410] });
    },
  };
}

function contentOf(raw: string): unknown {
  return { content: { raw } };
}

/** @throws PublishError for an answer that is no page: taken for an empty one, it would lead to a double. */
function readPage(body: unknown): { values: readonly unknown[]; next: string | null } {
  const { values, next = null } = isRecord(body) ? body : {};
  const isLink = next === null || typeof next === 'string';
  if (Array.isArray(values) && isLink) return { values, next };
  throw new PublishError('Could not list the comments: the answer is not a page of them.', null);
}

/** @returns `null` for a comment without the marker, a deleted one, a reply, a draft and one on a line. */
function readComment(value: unknown, reportId: string): MarkedComment | null {
  if (!isRecord(value) || typeof value.id !== 'number' || !standsAlone(value)) return null;
  const raw = markdownOf(value.content);
  const marker = raw === null ? null : readMarker(raw, reportId);
  return marker && { id: value.id, author: identityOf(value.user), raw: raw ?? '', ...marker };
}

/** Whether everybody sees it, below the pull request as a whole. */
function standsAlone({ deleted, pending, parent, inline }: Readonly<Record<string, unknown>>): boolean {
  return ![deleted === true, pending === true, isRecord(parent), isRecord(inline)].includes(true);
}

function markdownOf(content: unknown): string | null {
  if (!isRecord(content)) return null;
  const { raw, markup = 'markdown' } = content;
  return typeof raw === 'string' && markup === 'markdown' ? raw : null;
}

function identityOf(user: unknown): string | null {
  return isRecord(user) && typeof user.uuid === 'string' ? user.uuid : null;
}
