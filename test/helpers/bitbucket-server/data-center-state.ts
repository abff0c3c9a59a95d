import type { Answer } from './route.ts';

/** A Code Insights report on the server. */
export interface StoredInsight {
  readonly report: Readonly<Record<string, unknown>>;
  /** Id of the user who created it. */
  readonly creator: number;
  /** As they came: the server keeps doubles. */
  readonly annotations: Readonly<Record<string, unknown>>[];
}

/** A build status on the server, with every state that it has had. */
export interface StoredBuild {
  readonly build: Readonly<Record<string, unknown>>;
  readonly states: readonly unknown[];
}

/** A comment on the pull request as a whole, or on a file of it. */
export interface StoredComment {
  readonly id: number;
  version: number;
  text: string;
  /** Id of its author. */
  readonly author: number;
  readonly state: 'OPEN' | 'PENDING';
  readonly onFile: boolean;
  /** Ids of replies: such a comment cannot be deleted. */
  readonly replies: readonly number[];
}

/** One project with one repository, one commit and one pull request, and what has been published on them. */
export interface DataCenterState {
  readonly identity: DataCenterIdentity;
  /** By full hash and key, joined by a slash. */
  readonly reports: Map<string, StoredInsight>;
  readonly builds: Map<string, StoredBuild>;
  readonly pullRequest: { state: 'OPEN' | 'MERGED' | 'DECLINED'; tip: string };
  /** The oldest first. */
  readonly comments: StoredComment[];
  /** Gone, but not from the activities. */
  readonly deletedComments: StoredComment[];
  readonly addComment: (parts: Partial<StoredComment> & Pick<StoredComment, 'text'>) => StoredComment;
}

export interface DataCenterIdentity {
  readonly project: string;
  readonly repository: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
  readonly pullRequest: number;
}

export function createDataCenterState(identity: DataCenterIdentity): DataCenterState {
  const comments: StoredComment[] = [];
  let lastId = 100;
  return {
    identity,
    reports: new Map(),
    builds: new Map(),
    pullRequest: { state: 'OPEN', tip: identity.commit },
    comments,
    deletedComments: [],
    addComment: (parts) => {
      lastId += 1;
      const usual = { id: lastId, version: 0, author: 1, state: 'OPEN' as const, onFile: false, replies: [] };
      const comment: StoredComment = { ...usual, ...parts };
      comments.push(comment);
      return comment;
    },
  };
}

/** The one shape of errors that Data Center has. */
export function serverError(status: number, message: string, context: string | null = null): Answer {
  const exceptionName = 'com.atlassian.bitbucket.rest.exception.ServiceException';
  return { status, body: { errors: [{ context, message, exceptionName }] } };
}

type Variables = Readonly<Record<string, string>>;

/** What is wrong with the place that a request names; `null` where it exists. */
export function refusePlace({ identity }: DataCenterState, variables: Variables): Answer | null {
  const { project, repository, commit, pullRequest } = variables;
  if (project !== identity.project) return serverError(404, `Project ${project} does not exist.`);
  if (repository !== identity.repository) {
    return serverError(404, `Repository ${project}/${repository} does not exist.`);
  }
  if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit)) {
    return serverError(400, `"${commit}" is not a full hash of 40 characters.`, 'commitId');
  }
  if (commit !== undefined && commit !== identity.commit) {
    return serverError(404, `Commit '${commit}' does not exist in repository '${repository}'.`);
  }
  if (pullRequest !== undefined && pullRequest !== String(identity.pullRequest)) {
    return serverError(404, `No pull request exists with ID ${pullRequest} for this repository.`);
  }
  return null;
}
