import { PublishError } from '../errors.ts';
import { isSameText } from './comment-body.ts';
import type { CommentSearch, Comments, MarkedComment } from './comments.ts';
import { attempt, failureOf } from './failures.ts';
import { limits } from './limits.ts';

/** The one comment that carries the text now. */
export interface KeptComment {
  readonly change: 'created' | 'edited' | 'unchanged';
  /** `null` where Bitbucket did not say it. */
  readonly id: number | null;
  /** What is left to say, a sentence each. */
  readonly notes: readonly string[];
}

interface Held {
  readonly change: KeptComment['change'];
  readonly comment: Pick<MarkedComment, 'id' | 'author'>;
}

const searched = limits.commentPages * limits.commentsPerPage;
export const unsearched = `The pull request has more than ${searched} comments, of which the first are searched.`;

/**
 * Brings one comment of our own to hold the text: the oldest that may be edited, a new one where there is none. After
 * a new one the comments are looked at once more and the oldest of our own is kept, so that runs at the same time end
 * with the same one without a lock.
 *
 * Whose comment is whose, only an edit tells: access tokens cannot ask who they are, and a marker can be copied.
 *
 * @returns `null` where nothing was sent: an earlier comment may stand beyond those that are searched.
 * @throws PublishError
 */
export async function keepOneComment(
  comments: Comments,
  first: CommentSearch,
  text: string,
): Promise<KeptComment | null> {
  const held = await holdOldest(comments, first.marked, text);
  if (held !== null) return tidyUp(comments, held, first.marked);
  if (!first.isComplete) return null;
  return createOne(comments, first.marked, text);
}

/**
 * Puts the text into the oldest comment that may be edited. What holds it already and can only be ours is left alone.
 */
async function holdOldest(
  comments: Comments,
  marked: readonly MarkedComment[],
  text: string,
): Promise<Held | null> {
  let candidates = marked;
  for (let tries = 0; tries < limits.commentAuthors; tries += 1) {
    const [oldest] = candidates;
    if (oldest === undefined) return null;
    const isOnlyAuthor = candidates.every(({ author }) => author === oldest.author);
    if (isOnlyAuthor && isSameText(oldest.raw, text)) return { change: 'unchanged', comment: oldest };
    const result = await comments.edit(oldest.id, text);
    if (result === 'edited') return { change: 'edited', comment: oldest };
    candidates = candidates.filter(
      ({ id, author }) => id !== oldest.id && (result === 'gone' || author !== oldest.author),
    );
  }
  return null;
}

/** Sends a new comment, and then keeps the oldest of our own. */
async function createOne(
  comments: Comments,
  before: readonly MarkedComment[],
  text: string,
): Promise<KeptComment> {
  const isNew = ({ id }: MarkedComment) => before.every((earlier) => earlier.id !== id);
  let found: Held['comment'] | null = null;
  const look = async () => {
    const { marked, isComplete } = await comments.search();
    found = (await holdOldest(comments, marked.filter(isNew), text))?.comment ?? null;
    if (found === null && !isComplete)
      throw new PublishError(`${unsearched} Whether it was created is not known.`, null);
    return found !== null;
  };
  const created = (await comments.create(text, look)) ?? found;
  const after = await attempt(() => comments.search());
  if (after instanceof PublishError) {
    const notes = [`Whether it has doubles could not be seen. ${after.message}`];
    return { change: 'created', id: created?.id ?? null, notes };
  }
  const own = created ?? after.marked.find((comment) => isNew(comment) && isSameText(comment.raw, text));
  if (own === undefined) return { change: 'created', id: null, notes: ['Bitbucket does not list it yet.'] };
  const comment = await moveToOldest(comments, { own, marked: after.marked, text });
  const change = comment.id === own.id ? 'created' : 'edited';
  return tidyUp(comments, { change, comment }, after.marked);
}

/** Puts the text into an older comment of the same author, where another run has made one meanwhile. */
async function moveToOldest(
  comments: Comments,
  { own, marked, text }: { own: Held['comment']; marked: readonly MarkedComment[]; text: string },
): Promise<Held['comment']> {
  const older = marked.filter((comment) => comment.id < own.id && isBySameAuthor(comment, own));
  for (const comment of older.slice(0, limits.commentDoubles)) {
    if (isSameText(comment.raw, text)) return comment;
    const result = await attempt(() => comments.edit(comment.id, text));
    if (result === 'edited') return comment;
  }
  return own;
}

/** Removes what is newer than the kept comment and by the same author, and says what stays. */
async function tidyUp(
  comments: Comments,
  { change, comment }: Held,
  marked: readonly MarkedComment[],
): Promise<KeptComment> {
  const others = marked.filter(({ id }) => id !== comment.id);
  const doubles = others.filter((other) => other.id > comment.id && isBySameAuthor(other, comment));
  const notes: string[] = [];
  for (const { id } of doubles.slice(0, limits.commentDoubles)) {
    const failure = await failureOf(() => comments.remove(id));
    if (failure !== null) notes.push(`${failure.message} ${failure.reason ?? ''}`.trim());
  }
  const left = others.filter((other) => !doubles.includes(other));
  return { change, id: comment.id, notes: [...notes, ...describeOthers(left)] };
}

function isBySameAuthor(
  first: Pick<MarkedComment, 'author'>,
  second: Pick<MarkedComment, 'author'>,
): boolean {
  return first.author !== null && first.author === second.author;
}

function describeOthers(others: readonly MarkedComment[]): readonly string[] {
  if (others.length === 0) return [];
  const [first] = others;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return [
    `Left as it is: comment ${first?.id}${more} with the same marker, of another author or of a token that was ` +
      'replaced.',
  ];
}
