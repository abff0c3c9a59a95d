import type { Connection } from '../connection.ts';
import { accessTokenVariable } from '../credentials.ts';
import { commentChannel } from '../publish-comment.ts';
import { openComments } from './comments.ts';
import { commitPage, pipelinePage, sourcePage } from './pages.ts';
import { pullRequestPath, readPullRequest } from './pull-request.ts';

const doWithout = 'feedback.comment: never in the profile does without comments.';
const scopeHints: Readonly<Partial<Record<Connection['kind'], string>>> = {
  'access-token':
    `A comment needs the scope pullrequest in ${accessTokenVariable}, or pullrequest:write where that is refused; ` +
    doWithout,
  'api-token':
    'A comment needs the scope read:pullrequest:bitbucket of the API token, and write:pullrequest:bitbucket where that ' +
    `is refused; ${doWithout}`,
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
