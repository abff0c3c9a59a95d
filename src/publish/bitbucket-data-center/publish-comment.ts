import { commentChannel } from '../publish-comment.ts';
import { openComments } from './comments.ts';
import { commitPage, pullRequestPath, sourcePage } from './place.ts';
import { readPullRequest } from './pull-request.ts';

const refusalHint =
  "Check --pull-request, --workspace (the project's key) and --repo; the HTTP access token needs the permission to read " +
  'the repository, and its user an account that may comment. feedback.comment: never in the profile does without them.';

/** The review comment on Bitbucket Data Center. */
export const publishComment = commentChannel(({ client, server, reportId, target }) => ({
  comments: openComments(client, { path: pullRequestPath(target), reportId, refusalHint }),
  readPullRequest: () => readPullRequest(client, target, refusalHint),
  commitPage: commitPage(server, target),
  runPage: target.buildUrl ?? null,
  sourcePage: (path, line) => sourcePage(server, target, { path, line }),
}));
