import { PublishError } from '../../errors.ts';
import type { Comments, MarkedComment } from '../comments.ts';
import type { ApiAnswer, ApiRequest, Client } from '../http/api.ts';
import { isRecord } from '../is-record.ts';
import { limits } from '../limits.ts';
import { limits as ownLimits } from './limits.ts';
import {
  isDeletion,
  type Page,
  readActivity,
  readComment,
  readPage,
  type VersionedComment,
} from './read-activities.ts';

/** A request that names the version of the comment that it is about; accepts what the caller treats as an answer. */
type VersionedRequest = (version: number, alsoAccepted: readonly number[]) => Promise<ApiAnswer>;

/**
 * The comments of a pull request (Bitbucket Data Center REST API, pull requests). They are found among its activities,
 * as the list of comments is one of a file alone. A change names the version of the comment that it is made from; where
 * that has changed meanwhile, it is read and the change made again.
 * @param path of the pull request, below the API's base
 */
export function openComments(
  client: Client,
  { path, reportId, refusalHint }: { path: string; reportId: string; refusalHint: string },
): Comments {
  const versions = new Map<number, number>();
  const send = (request: ApiRequest) => client.send({ refusalHint, ...request });
  const commentPath = (id: number) => `${path}/comments/${id}`;
  const remember = (comment: VersionedComment): MarkedComment => {
    const { version, ...marked } = comment;
    versions.set(comment.id, version);
    return marked;
  };

  /** The version that the server has; `null` where the comment is gone. */
  const readVersion = async (id: number): Promise<number | null> => {
    const purpose = `read comment ${id}`;
    const { status, body } = await send({
      purpose,
      method: 'GET',
      path: commentPath(id),
      alsoAccepted: [404],
    });
    if (status === 404) return null;
    if (isRecord(body) && typeof body.version === 'number') return body.version;
    throw new PublishError(`Could not ${purpose}: the answer does not name its version.`, null);
  };

  /** The answer to a change of the comment as it is now; `null` where it is gone. */
  const change = async (id: number, request: VersionedRequest): Promise<ApiAnswer | null> => {
    let version = versions.get(id) ?? (await readVersion(id));
    for (let attempts = 1; version !== null; attempts += 1) {
      const isLast = attempts === ownLimits.versionAttempts;
      const answer = await request(version, isLast ? [] : [409]);
      if (answer.status !== 409) return answer;
      version = await readVersion(id);
    }
    return null;
  };

  const search = async () => {
    const found = new Map<number, MarkedComment>();
    const deleted = new Set<unknown>();
    let start: number | null = 0;
    for (let page = 0; start !== null && page < limits.commentPages; page += 1) {
      const { body } = await send({
        purpose: 'list the comments',
        method: 'GET',
        path: `${path}/activities?start=${start}&limit=${limits.commentsPerPage}`,
      });
      const { values, nextStart }: Page = readPage(body, start);
      for (const value of values) {
        const comment = readActivity(value, reportId);
        if (comment) found.set(comment.id, remember(comment));
        else if (isDeletion(value)) deleted.add(value.comment.id);
      }
      start = nextStart;
    }
    const existing = [...found.values()].filter(({ id }) => !deleted.has(id));
    const marked = existing.sort((first, second) => first.id - second.id);
    return { marked, isComplete: start === null };
  };

  return {
    search,
    edit: async (id, text) => {
      const purpose = `edit comment ${id}`;
      const answer = await change(id, (version, conflicts) => {
        const alsoAccepted = [401, 403, 404, ...conflicts];
        return send({ purpose, method: 'PUT', path: commentPath(id), body: { text, version }, alsoAccepted });
      });
      if (answer === null || answer.status === 404) return 'gone';
      // Somebody else's: a token that may not even read the pull request would not have got here.
      if (answer.status === 401 || answer.status === 403) return 'forbidden';
      const edited = readComment(answer.body, reportId);
      if (edited) remember(edited);
      return 'edited';
    },
    create: async (text, look) => {
      const { body } = await send({
        purpose: 'create the comment',
        method: 'POST',
        path: `${path}/comments`,
        body: { text },
        findResult: async () => ((await look()) ? { status: 200, body: null } : null),
      });
      const created = readComment(body, reportId);
      return created && remember(created);
    },
    remove: async (id) => {
      const purpose = `remove comment ${id}, a double`;
      await change(id, (version, conflicts) => {
        const address = `${commentPath(id)}?version=${version}`;
        return send({ purpose, method: 'DELETE', path: address, alsoAccepted: [404, ...conflicts] });
      });
    },
  };
}
