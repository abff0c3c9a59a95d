import type { FinalStatus } from '../../src/publish/build-status.ts';
import type { ConnectionResolution } from '../../src/publish/connection.ts';
import { openPublication, type Publication } from '../../src/publish/index.ts';
import type { Fault, FaultSchedule } from '../helpers/bitbucket-server/faults.ts';
import { type BitbucketServer, identity } from '../helpers/bitbucket-server/index.ts';
import { createFakeTime } from './run-publish.ts';
import { allFeedback, sampleReport } from './sample-report.ts';

/** The pull request that is published on, of a branch that is known. */
export const target = {
  workspace: identity.workspace,
  repoSlug: identity.repository,
  commit: identity.commit,
  pullRequest: 7,
  sourceBranch: 'feature/x',
};

/** How a publication ends where the gate passed. */
export const succeeded: FinalStatus = { state: 'SUCCESSFUL', description: 'Quality gate passed.' };

/** Whether a request with this path sets a build status. */
export const isStatus = (path: string) => path.endsWith('/statuses/build');

type Parts = Partial<Parameters<typeof openPublication>[0]>;

/** A publication under a clock that only sleeping moves, and what it has slept. */
export function open(connection: ConnectionResolution, parts: Parts = {}) {
  const { now, sleep, slept } = createFakeTime();
  const lines: string[] = [];
  const publication = openPublication({
    connection,
    target,
    reportId: 'codescene-pr',
    buildStatus: true,
    timeoutMs: 30_000,
    dryRun: false,
    io: { log: (line) => lines.push(line), now, sleep },
    ...parts,
  });
  return { publication, slept, lines };
}

/** Publishes the sample report, or another one, in every way. */
export function publish(publication: Publication, report = sampleReport()) {
  return publication.publish(report, allFeedback);
}

/** What the server has of a build status. */
export function storedStatus({ state }: BitbucketServer, reportId = 'codescene-pr') {
  return state.statuses.get(`${identity.commit}/${reportId}`);
}

/** Faults for requests that set the status alone, in their order. */
export function onStatus(faults: readonly (Fault | null)[]): FaultSchedule {
  let seen = 0;
  return ({ path }) => {
    if (!isStatus(path)) return null;
    seen += 1;
    return faults[seen - 1] ?? null;
  };
}
