import type { PublishRequest } from '../../../src/publish/index.ts';
import type { Fault, FaultSchedule } from '../../helpers/bitbucket-server/faults.ts';
import type { BitbucketServer } from '../../helpers/bitbucket-server/index.ts';
import { runAllChannels, withAccessToken } from '../run-publish.ts';
import { allFeedback } from '../sample-report.ts';

/** How the line begins that tells the comment from others. */
export const label = '[codescene-pr:codescene-pr]:';

/** Only the comment, so that the requests are its own. */
export async function runComment(server: BitbucketServer, parts: Partial<PublishRequest> = {}) {
  const feedback = { ...allFeedback, insightsReport: false, ...parts.feedback };
  const before = server.requests.length;
  const { outcomes } = await runAllChannels(withAccessToken(server), { ...parts, feedback });
  const [outcome] = outcomes.filter(({ channel }) => channel === 'comment');
  if (!outcome) throw new Error('nothing said of the comment');
  const methods = server.requests.slice(before).map(({ method }) => method);
  return { ...outcome, methods: methods.join(' ') };
}

/** The comments with the marker that are not deleted, the oldest first. */
export function liveComments({ state }: BitbucketServer) {
  return state.pullRequest.comments.filter(({ deleted, raw }) => !deleted && raw.includes(label));
}

/** Every n-th request of that method, from 1, gets the fault; the path of lists and of comments can be told apart. */
export function faultOn(method: string, which: readonly number[], fault: Fault): FaultSchedule {
  let seen = 0;
  return (subject) => {
    if (subject.method !== method || !subject.path.includes('/comments')) return null;
    seen += 1;
    return which.includes(seen) ? fault : null;
  };
}
