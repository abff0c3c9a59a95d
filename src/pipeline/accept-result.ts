import { resolve } from 'node:path';
import { type CheckContext, type ContextOptions, resolveContext } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import { selectFiles } from '../measurement/select-files.ts';
import type { Profile } from '../model/profile.ts';
import type { Report } from '../model/report.ts';
import type { ChangedFile } from '../model/source.ts';
import { rejudgeReport } from '../report/rejudge-report.ts';
import { loadProfile } from './load-profile.ts';
import { openProject } from './open-project.ts';
import { listChange } from './plan-change.ts';
import { checkProfileSide } from './profile-side.ts';
import { readResultFile } from './read-result-file.ts';

/** A result file, and the place that it is to be published from. */
export interface ResultRequest {
  /** A folder of the repository. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative to `cwd`. */
  readonly file: string;
  readonly options: Omit<ContextOptions, 'source' | 'staged'>;
  /** The profile that the result was made with, see `--profile`. */
  readonly profile?: string | undefined;
}

/** A result that belongs to this place, judged here. */
export interface AcceptedResult {
  readonly report: Report;
  readonly context: CheckContext;
  readonly profile: Profile;
  /** What is to be said of the result beyond its own warnings, one sentence each; the report has it as well. */
  readonly remarks: readonly string[];
}

const runAgain = 'Run the step that writes the result again, for the same commit and pull request.';

/**
 * Reads a result file that an earlier step wrote, without trusting it: it has to be of this commit, this pull request
 * and the profile in force, which is the target's, and speak of files that change here. Gates, status and counts are
 * made anew. Findings and scores are taken as they are: they are as trustworthy as the step that found them.
 *
 * @throws CodeScenePrError for a file that cannot be read, or that belongs somewhere else
 */
export async function acceptResult(request: ResultRequest): Promise<AcceptedResult> {
  const { env, options, file } = request;
  const given = await readResultFile(resolve(request.cwd, file), file);
  const { repository, cwd } = await openProject(request);
  // Outside of a pipeline nothing else says which commit is meant.
  const context = await resolveContext({ env, repository, options: { ...options, source: options.commit } });
  refuseOtherPlace(given, context, file);
  const side = checkProfileSide(context, 'target');
  const [profile, changed] = await Promise.all([
    loadProfile({ repository, cwd, profile: request.profile, side }),
    listChange(repository, context),
  ]);
  refuseOtherProfile(given, profile, file);
  refuseUnchangedFiles(given, changed, file);
  const { report, differences } = rejudgeReport(given, profile);
  const remarks = [...context.notes, ...differences, ...warnAboutMissing(given, changed, profile)].filter(
    (remark) => !report.warnings.includes(remark),
  );
  return { report: { ...report, warnings: [...remarks, ...report.warnings] }, context, profile, remarks };
}

/** What is published stands on one commit of one pull request, and must have been found there. */
function refuseOtherPlace({ context: given }: Report, here: CheckContext, file: string): void {
  if (here.publishCommit === null) {
    throw new UsageError('It is not known which commit the result belongs to.', {
      reason: 'Outside of a pipeline no variable says so, and the file is not asked.',
      hint: 'Give --commit, and --pull-request where there is one.',
    });
  }
  if (given.source === null) {
    throw new UsageError(
      `${quoted(file)} is the result of uncommitted work, which Bitbucket does not know.`,
      {
        hint: 'Run check with --source, or in a pipeline, and publish that result.',
      },
    );
  }
  if (given.source !== here.publishCommit) {
    throw new UsageError(`${quoted(file)} belongs to another commit.`, {
      reason: `It was made for ${given.source}, and this is ${here.publishCommit}.`,
      hint: runAgain,
    });
  }
  if (given.pullRequest !== here.pullRequest) {
    throw new UsageError(`${quoted(file)} belongs to ${describePullRequest(given.pullRequest)}.`, {
      reason: `This is ${describePullRequest(here.pullRequest)}.`,
      hint: `${runAgain} Outside of a pipeline, --pull-request says which one is meant.`,
    });
  }
  if (given.mergeBase !== here.mergeBase) {
    throw new UsageError(`${quoted(file)} was compared with another commit.`, {
      reason: `It was compared with ${given.mergeBase ?? 'nothing'}, and the merge base is ${here.mergeBase ?? 'none'}: the target has moved on, or is another one.`,
      hint: 'Run the whole pipeline again; where check was given a --target, give the same one here.',
    });
  }
}

function describePullRequest(id: number | null): string {
  return id === null ? 'no pull request' : `pull request ${id}`;
}

/** Findings depend on the profile's rules: judged by others' gates they would mean something else. */
function refuseOtherProfile({ profile: given }: Report, profile: Profile, file: string): void {
  if (given.name === profile.name) return;
  throw new UsageError(`${quoted(file)} was made with the profile ${quoted(given.name)}.`, {
    reason: `In force here is ${quoted(profile.name)} (${profile.origin}): what a pull request brings along does not count.`,
    hint: 'Run check with the profile of the target, or give both commands the same --profile.',
  });
}

function refuseUnchangedFiles(given: Report, changed: readonly ChangedFile[], file: string): void {
  const known = new Set(changed.flatMap(({ old, new: head }) => [old?.path, head?.path]));
  const named = [
    ...given.files.flatMap(({ path, oldPath, moved }) => [
      path,
      ...(oldPath === null ? [] : [oldPath]),
      ...moved.map(({ otherPath }) => otherPath),
    ]),
    ...[...given.skipped, ...given.suppressions, ...given.expectedChanges].map(({ path }) => path),
  ];
  const foreign = named.find((path) => !known.has(path));
  if (foreign === undefined) return;
  throw new UsageError(`${quoted(file)} speaks of ${quoted(foreign)}, which does not change here.`, {
    hint: runAgain,
  });
}

/** More paths than this are counted and not named. */
const mostNamed = 5;

/** A file that is left out cannot violate a gate, so that it must be seen. */
function warnAboutMissing(
  { files, skipped }: Report,
  changed: readonly ChangedFile[],
  profile: Profile,
): readonly string[] {
  const reported = new Set([...files, ...skipped].map(({ path }) => path));
  const expected = selectFiles(changed, profile);
  const missing = [...expected.selected, ...expected.skipped]
    .map(({ path }) => path)
    .filter((path) => !reported.has(path));
  if (missing.length === 0) return [];
  const named = missing.slice(0, mostNamed).join(', ');
  const more = missing.length > mostNamed ? `, and ${missing.length - mostNamed} more` : '';
  return [`The result leaves out files that change here, which no gate has judged: ${named}${more}.`];
}
