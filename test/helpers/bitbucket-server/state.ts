import { coreError } from './answers.ts';
import { createPullRequest, type StoredPullRequest } from './cloud-comments.ts';
import type { Answer } from './route.ts';

/** What a Code Insights report looks like on the server. */
export interface StoredReport {
  readonly report: Readonly<Record<string, unknown>>;
  /** By external id. */
  readonly annotations: Map<string, Record<string, unknown>>;
  /** Every result that it has had since it was created. */
  readonly results: readonly unknown[];
}

/** What a commit's build status looks like on the server. */
export interface StoredStatus {
  readonly status: Readonly<Record<string, unknown>>;
  /** Credentials of whoever created it: they alone may overwrite it. */
  readonly creator: string | undefined;
  /** Every state that it has had. */
  readonly states: readonly unknown[];
}

/** One repository with one commit, and what has been published on it. */
export interface CloudState {
  /** By full commit hash and report id, joined by a slash. */
  readonly reports: Map<string, StoredReport>;
  /** By full commit hash and key, joined by a slash. */
  readonly statuses: Map<string, StoredStatus>;
  readonly pullRequest: StoredPullRequest;
  /** The full hash that the path of a request means, or the refusal. */
  readonly findCommit: (
    variables: Readonly<Record<string, string>>,
  ) => { commit: string } | { refusal: Answer };
}

export interface RepositoryIdentity {
  readonly workspace: string;
  readonly repository: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Its one pull request, with the commit as its tip; 7 where nothing is said. */
  readonly pullRequest?: number;
}

export function createCloudState(identity: RepositoryIdentity): CloudState {
  const findCommit: CloudState['findCommit'] = ({ workspace, repository, commit = '' }) => {
    if (workspace !== identity.workspace || repository !== identity.repository) {
      return { refusal: coreError(404, `Repository ${workspace}/${repository} not found`) };
    }
    if (!/^([0-9a-f]{40}|[0-9a-f]{12})$/.test(commit)) {
      return { refusal: coreError(400, `Not a commit hash: ${commit}`) };
    }
    return identity.commit.startsWith(commit)
      ? { commit: identity.commit }
      : { refusal: coreError(404, `Commit ${commit} not found`) };
  };
  const pullRequest = createPullRequest(identity.pullRequest ?? 7, identity.commit);
  return { reports: new Map(), statuses: new Map(), pullRequest, findCommit };
}
