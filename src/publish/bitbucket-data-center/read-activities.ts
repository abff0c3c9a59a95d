import { PublishError } from '../../errors.ts';
import { readMarker } from '../comment-marker.ts';
import type { MarkedComment } from '../comments.ts';
import { isRecord } from '../is-record.ts';

/** A comment, with the version that a change of it has to name. */
export interface VersionedComment extends MarkedComment {
  readonly version: number;
}

/** A page of the activities of a pull request. */
export interface Page {
  readonly values: readonly unknown[];
  /** `null` on the last one. */
  readonly nextStart: number | null;
}

/**
 * @throws PublishError for an answer that is no page, or leads back: taken for the end, it would lead to a double.
 */
export function readPage(body: unknown, start: number): Page {
  const { values, isLastPage, nextPageStart } = isRecord(body) ? body : {};
  if (Array.isArray(values) && typeof isLastPage === 'boolean') {
    if (isLastPage) return { values, nextStart: null };
    if (typeof nextPageStart === 'number' && nextPageStart > start) {
      return { values, nextStart: nextPageStart };
    }
  }
  throw new PublishError('Could not list the comments: the answer is not a page of activities.', null);
}

/** @returns `null` for an activity that is no comment with the marker on the pull request as a whole. */
export function readActivity(value: unknown, reportId: string): VersionedComment | null {
  if (!isRecord(value) || value.action !== 'COMMENTED' || isRecord(value.commentAnchor)) return null;
  if (isDeletion(value)) return null;
  return readComment(value.comment, reportId);
}

/** The activity of deleting a comment; that of adding it may be listed still. */
export function isDeletion(value: unknown): value is { readonly comment: Readonly<Record<string, unknown>> } {
  return isRecord(value) && value.commentAction === 'DELETED' && isRecord(value.comment);
}

/** @returns `null` for a comment without the marker, a reply, a draft and one on a file. */
export function readComment(value: unknown, reportId: string): VersionedComment | null {
  if (!isRecord(value) || !standsAlone(value)) return null;
  const { id, version, text: raw, author } = value;
  if (typeof id !== 'number' || typeof version !== 'number') return null;
  const marker = typeof raw === 'string' ? readMarker(raw, reportId) : null;
  return marker && { id, version, raw: String(raw), author: identityOf(author), ...marker };
}

/** Whether everybody sees it, below the pull request as a whole. */
function standsAlone({ parent, anchor, state }: Readonly<Record<string, unknown>>): boolean {
  return ![isRecord(parent), isRecord(anchor), state === 'PENDING'].includes(true);
}

function identityOf(author: unknown): string | null {
  if (!isRecord(author)) return null;
  return typeof author.id === 'number' ? String(author.id) : null;
}
