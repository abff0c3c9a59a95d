import { PublishError } from '../errors.ts';
import type { PermissionFacts, PermissionName } from '../model/diagnosis.ts';
import type { PlatformName } from '../model/platform.ts';
import type { Connection } from './connection.ts';
import type { Client } from './http/api.ts';
import { createClient } from './http/client.ts';
import { toSafeLine } from './http/explain-failure.ts';
import { platformOf } from './platform-connections.ts';
import type { PublishSurroundings } from './surroundings.ts';

/** What the permissions are asked for. */
export interface PermissionQuestion {
  readonly connection: Connection;
  readonly workspace: string;
  readonly repoSlug: string;
  /** Full hash, or its first digits; `null` where it is not known. */
  readonly commit: string | null;
  readonly pullRequest: number | null;
  readonly reportId: string;
  /** Milliseconds that all requests may take together. */
  readonly timeoutMs: number;
  readonly io: PublishSurroundings;
}

/** What Bitbucket answered. */
export interface PermissionAnswers {
  readonly permissions: readonly PermissionFacts[];
  /** As the server names them, on one safe line; `null` where it does not. */
  readonly scopes: string | null;
}

interface Probe {
  readonly permission: PermissionName;
  readonly purpose: string;
  readonly path: string;
  /** 404 says that nothing has been published yet, and proves the permission as well. */
  readonly mayBeMissing?: boolean;
}

/**
 * Asks Bitbucket for everything that publishing will touch, by requests that change nothing, all at once. The
 * proxy of Pipelines adds credentials for reports alone, so that nothing else is asked through it.
 */
export async function askPermissions(question: PermissionQuestion): Promise<PermissionAnswers> {
  const { connection, timeoutMs, io } = question;
  const client = await createClient(connection, timeoutMs, io);
  try {
    const probes = probesOf[platformOf[connection.kind]](question).filter(
      ({ permission }) => connection.kind !== 'pipelines' || permission === 'report',
    );
    const answers = await Promise.all(probes.map((probe) => ask(client, probe)));
    const scopes = answers.find((answer) => answer.scopes !== undefined)?.scopes;
    return {
      permissions: answers.map(({ facts }) => facts),
      scopes: scopes === undefined ? null : toSafeLine(scopes, connection.secrets),
    };
  } finally {
    client.close();
  }
}

function cloudProbes({
  workspace,
  repoSlug,
  commit,
  pullRequest,
  reportId,
}: PermissionQuestion): readonly Probe[] {
  const repository = `/repositories/${encodeURIComponent(workspace)}/${encodeURIComponent(repoSlug)}`;
  const ofCommit = `${repository}/commit/${commit}`;
  const ofPullRequest = `${repository}/pullrequests/${pullRequest}`;
  const onCommit: readonly Probe[] = [
    { permission: 'commit', purpose: 'read the commit', path: ofCommit },
    {
      permission: 'report',
      purpose: 'read the Code Insights report',
      path: `${ofCommit}/reports/${reportId}`,
      mayBeMissing: true,
    },
    { permission: 'build-status', purpose: 'read the build statuses', path: `${ofCommit}/statuses` },
  ];
  const onPullRequest: readonly Probe[] = [
    { permission: 'pull-request', purpose: 'read the pull request', path: ofPullRequest },
    {
      permission: 'comment',
      purpose: 'read the comments of the pull request',
      path: `${ofPullRequest}/comments?pagelen=1`,
    },
  ];
  return [
    { permission: 'repository', purpose: 'read the repository', path: repository },
    ...(commit === null ? [] : onCommit),
    ...(pullRequest === null ? [] : onPullRequest),
  ];
}

/** The same on Data Center, where a status is asked for by its key. */
function serverProbes(question: PermissionQuestion): readonly Probe[] {
  const { workspace, repoSlug, commit, pullRequest, reportId } = question;
  const path = `/projects/${encodeURIComponent(workspace)}/repos/${encodeURIComponent(repoSlug)}`;
  const repository = `/api/latest${path}`;
  const ofPullRequest = `${repository}/pull-requests/${pullRequest}`;
  const onCommit: readonly Probe[] = [
    { permission: 'commit', purpose: 'read the commit', path: `${repository}/commits/${commit}` },
    {
      permission: 'report',
      purpose: 'read the Code Insights report',
      path: `/insights/latest${path}/commits/${commit}/reports/${reportId}`,
      mayBeMissing: true,
    },
    {
      permission: 'build-status',
      purpose: 'read the build status',
      path: `${repository}/commits/${commit}/builds?key=${reportId}`,
      mayBeMissing: true,
    },
  ];
  const onPullRequest: readonly Probe[] = [
    { permission: 'pull-request', purpose: 'read the pull request', path: ofPullRequest },
    {
      permission: 'comment',
      purpose: 'read the activities of the pull request',
      path: `${ofPullRequest}/activities?limit=1`,
    },
  ];
  return [
    { permission: 'repository', purpose: 'read the repository', path: repository },
    ...(commit === null ? [] : onCommit),
    ...(pullRequest === null ? [] : onPullRequest),
  ];
}

const probesOf: Readonly<Record<PlatformName, (question: PermissionQuestion) => readonly Probe[]>> = {
  'bitbucket-cloud': cloudProbes,
  'bitbucket-data-center': serverProbes,
};

interface Asked {
  readonly facts: PermissionFacts;
  readonly scopes?: string | undefined;
}

async function ask(client: Client, { permission, purpose, path, mayBeMissing }: Probe): Promise<Asked> {
  try {
    const alsoAccepted = mayBeMissing === true ? [404] : [];
    const { status, scopes } = await client.send({ purpose, method: 'GET', path, alsoAccepted });
    return { facts: { permission, status, trouble: null }, scopes };
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    const { status, message, reason = null, hint = null } = error;
    return { facts: { permission, status, trouble: { message, reason, hint } } };
  }
}
