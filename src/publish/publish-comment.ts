import { PublishError } from '../errors.ts';
import type { Channel, ChannelInput, ChannelOutcome } from './channel.ts';
import { hasSomethingToSay, toCommentBody } from './comment-body.ts';
import type { CommentMarker } from './comment-marker.ts';
import type { Comments } from './comments.ts';
import { accessTokenVariable } from './credentials.ts';
import { attempt, describeFailure } from './failures.ts';
import { type KeptComment, keepOneComment, unsearched } from './keep-one-comment.ts';
import { limits } from './limits.ts';
import { isSameCommit, type PullRequest } from './pull-request.ts';

type Result = Pick<ChannelOutcome, 'status' | 'message'>;

const proxyReason =
  'The Pipelines proxy does not let comments through. Set ' +
  `${accessTokenVariable}, as a secured variable, to an access token with the scopes repository and pullrequest.`;

/** Where the comment of a report belongs on one kind of Bitbucket. */
export interface CommentPlace {
  readonly comments: Comments;
  readonly readPullRequest: () => Promise<PullRequest>;
  readonly commitPage: string;
  /** Page of the build; `null` where there is none. */
  readonly runPage: string | null;
  readonly sourcePage: (path: string, line: number | null) => string;
}

type OpenPlace = (input: ChannelInput) => CommentPlace;

/**
 * Makes the channel for the one review comment of a report on its pull request: it edits the one that is there, found
 * by its marker, or creates it. One that says the same already is left alone, and so is the comment of a newer commit.
 * @param open called where there is a pull request to comment on
 */
export function commentChannel(open: OpenPlace): Channel {
  return async (input): Promise<readonly ChannelOutcome[]> => {
    const result = await attempt(() => comment(input, open));
    return [
      result instanceof PublishError
        ? { channel: 'comment', status: 'failed', message: describeFailure(result) }
        : { channel: 'comment', ...result },
    ];
  };
}

async function comment(input: ChannelInput, open: OpenPlace): Promise<Result> {
  const { connection, feedback, report, target } = input;
  if (feedback.comment === 'never') return skipped('The profile switches it off (feedback.comment).');
  if (target.pullRequest === null) return skipped('There is no pull request to comment on.');
  if (connection === 'pipelines') return skipped(proxyReason);
  const isWanted = feedback.comment === 'always' || hasSomethingToSay(report);
  const place = open(input);
  const { comments } = place;
  if (connection === null) return isWanted ? show(place, input) : quiet;

  const obsolete = describeObsolete(await place.readPullRequest(), input);
  if (obsolete !== null) return skipped(obsolete);
  const search = await comments.search();
  if (search.marked.length === 0 && !isWanted) return quiet;
  const earlier = search.marked.length === 0 ? null : { hadFindings: search.marked.some(hadFindings) };
  const kept = await keepOneComment(comments, search, toBody(place, input, earlier));
  return kept === null
    ? skipped(`${unsearched} None of these is ours: a new one might be a double.`)
    : describeKept(kept);
}

/** Shows what would be sent where there is no earlier comment: whether there is one is not asked. */
async function show(place: CommentPlace, input: ChannelInput): Promise<Result> {
  await place.comments.create(toBody(place, input, null), async () => false);
  return { status: 'published', message: '' };
}

function toBody(
  { commitPage, runPage, sourcePage }: CommentPlace,
  { report, reportId }: ChannelInput,
  earlier: CommentMarker | null,
): string {
  return toCommentBody(report, {
    reportId,
    earlier,
    commitUrl: commitPage,
    linkTo: sourcePage,
    runUrl: runPage,
    maxLength: limits.commentLength,
  });
}

/** Why the comment is left to others; `null` where the pull request is open and its tip is what was checked. */
function describeObsolete({ isOpen, state, tip }: PullRequest, { target }: ChannelInput): string | null {
  if (!isOpen) return `Pull request ${target.pullRequest} is ${state}: its comment stays as it is.`;
  if (isSameCommit(tip, target.commit)) return null;
  return (
    `Commit ${target.commit.slice(0, tip.length)} is no longer the tip of pull request ${target.pullRequest} (${tip} is): ` +
    'the comment is left to the run for that one.'
  );
}

function describeKept({ change, id, notes }: KeptComment): Result {
  const comment = id === null ? 'The comment' : `Comment ${id}`;
  const said = {
    created: `${comment} created.`,
    edited: `${comment} edited in place.`,
    unchanged: `${comment} says so already.`,
  };
  return { status: 'published', message: [said[change], ...notes].join(' ') };
}

const quiet = skipped('Nothing to say: no finding changed, and every gate holds.');

function skipped(message: string): Result {
  return { status: 'skipped', message };
}

function hadFindings(marker: CommentMarker): boolean {
  return marker.hadFindings;
}
