import { UsageError } from '../errors.ts';
import { isOnlyHere } from './api-url.ts';
import { limits } from './limits.ts';

/** What the results are published on. */
export interface PublishTarget {
  /**
   * Id (slug) of the workspace, or its UUID in braces. On Data Center the key of the project, or `~` and the name of a
   * user.
   */
  readonly workspace: string;
  /** Slug of the repository, or its UUID in braces. */
  readonly repoSlug: string;
  /** Hash of the source commit: 7 to 64 hexadecimal digits, the full one where it is known. */
  readonly commit: string;
  readonly pullRequest: number | null;
  /** The pull request's source branch, without `refs/heads/`. */
  readonly sourceBranch?: string | null;
  /** `BITBUCKET_BUILD_NUMBER`, for a link to the pipeline where there is no pull request. */
  readonly buildNumber?: number | null;
  /** Page of the build in another CI system, as `readBuildUrl` takes it. */
  readonly buildUrl?: string | null;
}

const slug = /^~?[A-Za-z0-9_.-]{1,128}$/;
const uuid = /^\{[0-9a-fA-F-]{36}\}$/;

/** Data Center REST API, builds, `url`. */
const longestBuildUrl = 450;

/**
 * The page of the build, from Jenkins' variable `BUILD_URL`.
 * @returns `null` for what no reader could follow: no http address, one with credentials, one of this machine
 */
export function readBuildUrl(value: string | undefined): string | null {
  if (value === undefined || value.length > longestBuildUrl || !URL.canParse(value)) return null;
  const { protocol, username, password, hostname, href } = new URL(value);
  const isUsable =
    ['http:', 'https:'].includes(protocol) && username + password === '' && !isOnlyHere(hostname);
  return isUsable && href.length <= longestBuildUrl ? href : null;
}

/** @throws UsageError for anything that could not stand in an address as it is. */
export function checkTarget({ workspace, repoSlug, commit, pullRequest }: PublishTarget): void {
  checkName(workspace, '--workspace');
  checkName(repoSlug, '--repo');
  if (!/^[0-9a-f]{7,64}$/.test(commit)) {
    throw new UsageError('--commit is not the hash of a commit.', {
      hint: 'Give 7 to 64 hexadecimal digits in lower case, best all of them.',
    });
  }
  if (pullRequest !== null && !isPositiveInteger(pullRequest)) {
    throw new UsageError('--pull-request is not the number of a pull request.');
  }
}

/**
 * A report's id names the Code Insights report and everything else that a check publishes, so it must fit
 * the shortest of their keys.
 * @throws UsageError
 */
export function checkReportId(reportId: string): void {
  const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
  if (pattern.test(reportId) && reportId.length <= limits.reportIdLength) return;
  throw new UsageError('--report-id cannot be used as the id of a report.', {
    reason: `It must begin with a letter or digit, hold only letters, digits, ".", "_" and "-", and be at most ${limits.reportIdLength} characters long.`,
    hint: 'For a monorepo, name the part that is checked: --report-id codescene-pr-frontend.',
  });
}

function checkName(name: string, option: string): void {
  const isName = uuid.test(name) || (slug.test(name) && !/^\.{1,2}$/.test(name));
  if (isName) return;
  throw new UsageError(
    `${option} is not the name of a ${option === '--repo' ? 'repository' : 'workspace'}.`,
    {
      hint: 'Give the short name (on Data Center the key of the project) as it stands in the address of its page.',
    },
  );
}

function isPositiveInteger(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
