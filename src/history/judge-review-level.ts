import type { ReviewLevel } from '../model/report.ts';
import type { Past } from './interpret-history.ts';

/** What the level of a review is judged by. */
export interface ChangeExtent {
  /** Count of source files that changed. */
  readonly files: number;
  /** Count of folders that these stand in. */
  readonly folders: number;
  /** Names of now of those that are not new. */
  readonly names: readonly string[];
  /** Emails of those who made the commits of the change; none where nothing is committed yet. */
  readonly authors: readonly string[];
}

/** The last value that counts as small, and as middling; more is large. */
interface Steps {
  readonly small: number;
  readonly middling: number;
}

const fileSteps: Steps = { small: 3, middling: 12 };
const folderSteps: Steps = { small: 2, middling: 5 };

/** The share of the commits to these files, in per cent, from which an author knows them well, or somewhat. */
const knowsWell = 20;
const knowsSomewhat = 5;

/** With fewer commits a share of them says nothing. */
const minExperienceCommits = 5;

/**
 * How much care the review of a change deserves: up to two points each for its size (4 and 13 source files), for
 * its diffusion (3 and 6 folders), and for authors who made less than 20 and 5 % of the last year's commits to
 * these files. From two points on the level is medium, from four on high. The three are what CodeScene's
 * documentation of the risk of a commit names, after Mockus and Weiss, "Predicting Risk of Software Changes"
 * (2000): size, diffusion, and the experience of who made it. It is advice: an email is whatever a committer
 * writes. Pure.
 */
export function judgeReviewLevel(extent: ChangeExtent, past: Pick<Past, 'commits'>): ReviewLevel | null {
  if (extent.files === 0) return null;
  const experience = measureExperience(extent, past);
  const points =
    pointsOf(extent.files, fileSteps) + pointsOf(extent.folders, folderSteps) + experience.points;
  const level = points >= 4 ? 'high' : points >= 2 ? 'medium' : 'low';
  return { level, reason: `${describeExtent(extent)}; ${experience.reason}` };
}

function pointsOf(value: number, { small, middling }: Steps): number {
  if (value <= small) return 0;
  return value <= middling ? 1 : 2;
}

interface Experience {
  readonly points: number;
  readonly reason: string;
}

function measureExperience({ names, authors }: ChangeExtent, { commits }: Pick<Past, 'commits'>): Experience {
  const touched = new Set(names);
  const ofThese = commits.filter(({ files }) => files.some((file) => touched.has(file)));
  const total = ofThese.length;
  if (total < minExperienceCommits) return { points: 0, reason: describeQuiet(total, names) };
  if (authors.length === 0) {
    return { points: 0, reason: 'nothing is committed yet that would say who made it' };
  }
  const own = ofThese.filter(({ author }) => authors.includes(author)).length;
  const who = authors.length === 1 ? 'its author' : `its ${authors.length} authors`;
  return {
    points: pointsOfShare(own, total),
    reason: `${who} made ${own} of the ${total} commits to ${these(names)} in the last year`,
  };
}

function pointsOfShare(own: number, total: number): number {
  if (own * 100 >= total * knowsWell) return 0;
  return own * 100 >= total * knowsSomewhat ? 1 : 2;
}

const these = (names: readonly string[]) => (names.length === 1 ? 'this file' : 'these files');

function describeQuiet(total: number, names: readonly string[]): string {
  if (names.length === 0) return 'all of it is new';
  const commits = total === 0 ? 'no change' : total === 1 ? '1 commit' : `${total} commits`;
  return `${commits} to ${these(names)} in the last year`;
}

function describeExtent({ files, folders }: ChangeExtent): string {
  const inFolders = folders === 1 ? '1 folder' : `${folders} folders`;
  return files === 1 ? '1 source file' : `${files} source files in ${inFolders}`;
}
