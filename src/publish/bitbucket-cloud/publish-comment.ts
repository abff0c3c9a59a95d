import type { Connection } from '../connection.ts';
import { accessTokenVariable } from '../credentials.ts';
import { commentChannel } from '../publish-comment.ts';
import { openComments } from './comments.ts';
import { commitPage, pipelinePage, sourcePage } from './pages.ts';
import { pullRequestPath, readPullRequest } from './pull-request.ts';

const scopeHints: Readonly<Partial<Record<Connection['kind'], string>>> = {
  'access-token':
    `Comments need the scope "Pull requests: write" in ${accessTokenVariable}; ` +
    'feedback.comment: never in the profile does without them.',
  'api-token':
    'Comments need the scopes read:pullrequest:bitbucket and write:pullrequest:bitbucket of the API token; ' +
    'feedback.comment: never in the profile does without them.',
};

/** The review comment on Bitbucket Cloud. */
export const publishComment = commentChannel(({ client, connection, reportId, target }) => {
  const refusalHint = (connection && scopeHints[connection]) ?? '';
  return {
    comments: openComments(client, { path: pullRequestPath(target), reportId, refusalHint }),
    readPullRequest: () => readPullRequest(client, target, refusalHint),
    commitPage: commitPage(target),
    runPage: pipelinePage(target),
    sourcePage: (path, line) => sourcePage(target, path, line),
  };
});
