import { PublishError } from '../../errors.ts';
import type { ChannelInput, ChannelOutcome } from '../channel.ts';
import { hasSomethingToSay, toCommentBody } from '../comment-body.ts';
import type { CommentMarker } from '../comment-marker.ts';
import type { Connection } from '../connection.ts';
import { accessTokenVariable } from '../credentials.ts';
import { attempt, describeFailure } from '../failures.ts';
import { type Comments, openComments } from './comments.ts';
import { type KeptComment, keepOneComment, unsearched } from './keep-one-comment.ts';
import { limits } from './limits.ts';
import { commitPage, pipelinePage, sourcePage } from './pages.ts';
import { isSameCommit, type PullRequest, pullRequestPath, readPullRequest } from './pull-request.ts';

type Result = Pick<ChannelOutcome, 'status' | 'message'>;

const proxyReason =
  'The Pipelines proxy does not let comments through. Set ' +
  `${accessTokenVariable}, as a secured variable, to an access token with the scopes repository and pullrequest.`;

const doWithout = 'feedback.comment: never in the profile does without comments.';
const scopeHints: Readonly<Record<Connection['kind'], string>> = {
  'access-token':
    `A comment needs the scope pullrequest in ${accessTokenVariable}, or pullrequest:write where that is refused; ` +
    doWithout,
  'api-token':
    'A comment needs the scope read:pullrequest:bitbucket of the API token, and write:pullrequest:bitbucket where that ' +
    `is refused; ${doWithout}`,
  pipelines: proxyReason,
};

/**
 * Publishes the one review comment of a report on its pull request (Bitbucket Cloud REST API, pull requests): edits
 * the one that is there, found by its marker, or creates it. One that says the same already is left alone, and so is
 * the comment of a newer commit.
 */
export async function publishComment(input: ChannelInput): Promise<readonly ChannelOutcome[]> {
  const result = await attempt(() => comment(input));
  return [
    result instanceof PublishError
      ? { channel: 'comment', status: 'failed', message: describeFailure(result) }
      : { channel: 'comment', ...result },
  ];
}

async function comment(input: ChannelInput): Promise<Result> {
  const { client, connection, feedback, report, reportId, target } = input;
  if (feedback.comment === 'never') return skipped('The profile switches it off (feedback.comment).');
  if (target.pullRequest === null) return skipped('There is no pull request to comment on.');
  if (connection === 'pipelines') return skipped(proxyReason);
  const isWanted = feedback.comment === 'always' || hasSomethingToSay(report);
  const refusalHint = connection === null ? '' : scopeHints[connection];
  const comments = openComments(client, { path: pullRequestPath(target), reportId, refusalHint });
  if (connection === null) return isWanted ? show(comments, input) : quiet;

  const obsolete = describeObsolete(await readPullRequest(client, target, refusalHint), input);
  if (obsolete !== null) return skipped(obsolete);
  const search = await comments.search();
  if (search.marked.length === 0 && !isWanted) return quiet;
  const earlier = search.marked.length === 0 ? null : { hadFindings: search.marked.some(hadFindings) };
  const kept = await keepOneComment(comments, search, toBody(input, earlier));
  return kept === null
    ? skipped(`${unsearched} None of these is ours: a new one might be a double.`)
    : describeKept(kept);
}

/** Shows what would be sent where there is no earlier comment: whether there is one is not asked. */
async function show(comments: Comments, input: ChannelInput): Promise<Result> {
  await comments.create(toBody(input, null), async () => false);
  return { status: 'published', message: '' };
}

function toBody({ report, reportId, target }: ChannelInput, earlier: CommentMarker | null): string {
  return toCommentBody(report, {
    reportId,
    earlier,
    commitUrl: commitPage(target),
    linkTo: (path, line) => sourcePage(target, path, line),
    runUrl: pipelinePage(target),
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
