import type { CommentMarker } from './comment-marker.ts';

/** A comment on the pull request that carries the report's marker, whoever wrote it. */
export interface MarkedComment extends CommentMarker {
  readonly id: number;
  /** Identity of the author; `null` where Bitbucket names none. */
  readonly author: string | null;
  readonly raw: string;
}

/** What a look at all comments found. */
export interface CommentSearch {
  /** The oldest first. */
  readonly marked: readonly MarkedComment[];
  /** `false` where there are more comments than are searched. */
  readonly isComplete: boolean;
}

export type EditResult = 'edited' | 'forbidden' | 'gone';

/** The comments of one pull request, seen by one report. Every function throws PublishError. */
export interface Comments {
  readonly search: () => Promise<CommentSearch>;
  readonly edit: (id: number, text: string) => Promise<EditResult>;
  /**
   * Sends a new comment, again only after `look` found nothing.
   * @returns `null` where `look` found it, or Bitbucket did not say what it made
   */
  readonly create: (text: string, look: () => Promise<boolean>) => Promise<MarkedComment | null>;
  /** One that is gone already counts as removed. */
  readonly remove: (id: number) => Promise<void>;
}
