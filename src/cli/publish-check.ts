import type { CheckResult } from '../check-pull-request.ts';
import { type CheckContext, readAnnouncedPlace } from '../context/index.ts';
import type { Profile } from '../model/profile.ts';
import type { Report } from '../model/report.ts';
import { isJudgedByOwnProfile } from '../pipeline/profile-side.ts';
import { checkPresetName } from '../publish/connection-preset.ts';
import type { ChannelOutcome, FinalStatus } from '../publish/index.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import type { ProfilePresets } from './choose-connection.ts';
import { createNotes } from './notes.ts';
import {
  isPublishingOn,
  isPublishingRequired,
  type OpenedPublication,
  openPublication,
} from './open-publication.ts';
import type { ProcessLike } from './process-like.ts';

/** What is published of a result. */
export type PublishedResult = Pick<CheckResult, 'report' | 'profile'>;

/** What one `check` publishes, step by step. Each does nothing where nothing is to be published. */
export interface CheckPublication {
  /** Takes note of where the results belong. */
  readonly locate: (context: CheckContext) => void;
  /**
   * Says on the commit that the check has begun, beside what else is done.
   * @throws UsageError for a connection that does not exist; for nothing else
   */
  readonly begin: (profile: Profile) => void;
  /**
   * Publishes the report.
   * @returns `false` where publishing was required (`--publish`, or a named connection) and did not succeed
   * @throws UsageError where publishing is on and cannot be tried
   */
  readonly publish: (result: PublishedResult) => Promise<boolean>;
  /**
   * Ends the build status by what was found.
   * @param done `false` where anything besides the verdict went wrong
   * @returns `false` where that was required and did not succeed
   */
  readonly end: (report: Report, done: boolean) => Promise<boolean>;
  /** Ends the build status of a run that broke off, also of one that had not begun it. Never throws. */
  readonly abandon: (error: unknown) => Promise<void>;
}

/** Plans what a `check` publishes: where, and whether at all, shows only once its context is known. */
export function planPublication(host: ProcessLike, options: CheckOptions): CheckPublication {
  const { note, warn } = createNotes(host, options);
  const isRequired = isPublishingRequired(options);
  const signal = host.interruption?.signal;
  const isStopped = () => signal?.aborted === true;
  let context: CheckContext | null = null;
  let presets: ProfilePresets | null = null;
  let opened: Promise<OpenedPublication | null> = Promise.resolve(null);

  const say = (outcomes: readonly ChannelOutcome[]): boolean => {
    for (const { channel, status, message } of outcomes) {
      (status === 'failed' ? warn : note)(`${channel}: ${message}`);
    }
    return outcomes.every(({ status }) => status !== 'failed');
  };

  const open = async (buildStatus: boolean): Promise<OpenedPublication | null> => {
    const place = context ?? readAnnouncedPlace(host.env, contextOptionsOf(options));
    return isPublishingOn(options, place)
      ? openPublication(host, options, { place, buildStatus, presets })
      : null;
  };

  const begin = ({ feedback, connections }: Profile): void => {
    checkPresetName(options.connection, connections);
    const isOwn = context === null || isJudgedByOwnProfile(context, options.profileFrom);
    presets = { connections, isOwn };
    opened = open(feedback.buildStatus).then((publication) => {
      if (publication?.setsStatus) host.interruption?.catchSignals();
      publication?.begin();
      return publication;
    });
    // Said when the report is to be published.
    opened.catch(() => {});
  };

  const publish = async ({ report, profile }: PublishedResult): Promise<boolean> => {
    const publication = await opened;
    if (publication === null) return true;
    const succeeded = say(await publication.publish(report, profile.feedback));
    return !isRequired || (succeeded && publication.isConnected);
  };

  const finish = async (publication: OpenedPublication, findStatus: () => FinalStatus): Promise<boolean> => {
    const wasStopped = isStopped();
    const outcome = await publication.end(findStatus());
    // Who is told to stop while sending cannot know what arrived.
    const isOvertaken = !wasStopped && isStopped();
    return say([isOvertaken ? await publication.end(findStatus()) : outcome]);
  };

  const end = async (report: Report, done: boolean): Promise<boolean> => {
    const publication = await opened.catch(() => null);
    if (publication === null) return true;
    const { statusOfError, statusOfReport } = await import('../publish/index.ts');
    const succeeded = await finish(publication, () =>
      isStopped() && report.status !== 'failed'
        ? statusOfError(signal?.reason)
        : statusOfReport(report, done),
    );
    return succeeded || !isRequired;
  };

  const abandon = async (error: unknown): Promise<void> => {
    // The error that ended the run is the one to tell, not one of publishing.
    const publication = await opened.then((found) => found ?? open(true)).catch(() => null);
    if (publication === null) return;
    const { statusOfError } = await import('../publish/index.ts');
    await finish(publication, () => statusOfError(error));
  };

  return {
    locate: (found) => {
      context = found;
    },
    begin,
    publish,
    end,
    abandon,
  };
}
