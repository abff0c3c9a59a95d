import { cloneLikePipelines, createRepository, type TestRepository } from '../helpers/create-repository.ts';
import { healthy, nested } from './source-code.ts';

export interface PullRequest {
  readonly origin: TestRepository;
  /** The source branch's tip. */
  readonly source: string;
  /** The destination's tip, which moved on after the branch left it. */
  readonly destination: string;
}

/** A pull request whose destination has moved on: `src/a.ts` got worse, `src/b.ts` better. */
export function createPullRequest(): PullRequest {
  const origin = createRepository();
  origin.commit('start', { 'src/a.ts': healthy(), 'src/b.ts': nested(5), 'src/c.ts': healthy() });
  origin.checkout('feature');
  const source = origin.commit('work', { 'src/a.ts': nested(4), 'src/b.ts': nested(2) });
  origin.checkout('main');
  const destination = origin.commit('meanwhile', {
    'src/a.ts': `// A line of the destination.\n${healthy()}`,
    'src/theirs.ts': nested(6),
  });
  return { origin, source, destination };
}

/** The variables of a pull-request pipeline. */
export function pipelineVariables({ source, destination }: PullRequest, extra: Record<string, string> = {}) {
  return {
    CI: 'true',
    BITBUCKET_BUILD_NUMBER: '17',
    BITBUCKET_PIPELINE_UUID: '{6a7b9a39-6c4e-4d3e-9a57-04b4c7a0a8b1}',
    BITBUCKET_WORKSPACE: 'acme',
    BITBUCKET_REPO_SLUG: 'shop',
    BITBUCKET_BRANCH: 'feature',
    BITBUCKET_COMMIT: source.slice(0, 12),
    BITBUCKET_PR_ID: '42',
    BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    BITBUCKET_PR_DESTINATION_COMMIT: destination.slice(0, 12),
    ...extra,
  };
}

/** As Pipelines does it: one branch only, cut off, the destination merged into it. */
export function cloneOf({ origin, destination }: PullRequest, depth: number | 'full' = 50): TestRepository {
  // Both sides changed src/a.ts: what Pipelines would leave to a merge of both.
  return cloneLikePipelines(origin, {
    branch: 'feature',
    depth,
    ...(depth === 'full' ? { merge: destination } : {}),
  });
}
