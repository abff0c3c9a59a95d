import { isComplete, raiseFloor } from '../gate/index.ts';
import type { Profile } from '../model/profile.ts';
import type { Floor, Yardstick } from '../model/ratchet.ts';
import type { ReviewReport } from '../model/review.ts';
import { formatRatchet } from '../result/index.ts';
import type { LoadedRatchet } from './load-ratchet.ts';

/** What becomes of a ratchet file after a review. */
export interface RatchetPlan {
  /** Absolute. */
  readonly file: string;
  /** Its new text; `null` where it stays as it is. */
  readonly text: string | null;
  /** One sentence each. */
  readonly notes: readonly string[];
  /** An update was asked for, and the review is none that a floor can be made of. */
  readonly isBlocked: boolean;
}

/** Why a floor and a review may differ though no file does: one sentence each, for every output. */
export function warnAboutYardstick({ stored, path }: LoadedRatchet, now: Yardstick): readonly string[] {
  if (!stored) return [];
  const { version, rules } = stored.measuredBy;
  return [
    ...(version === now.version
      ? []
      : [
          `The floor in ${path} was measured by codescene-pr ${version}, and this is ${now.version}: another version may score the same code differently.`,
        ]),
    ...(rules === now.rules
      ? []
      : [
          `The floor in ${path} was measured by other rules than the profile has now: they may score the same code differently.`,
        ]),
  ];
}

/** What a review gave, and by what it was measured. */
interface Measured {
  readonly report: ReviewReport;
  readonly profile: Profile;
  readonly yardstick: Yardstick;
}

/** Decides what a review does to the stored floor: it moves up, or stays. Pure. */
export function planRatchet(ratchet: LoadedRatchet, { report, profile, yardstick }: Measured): RatchetPlan {
  const { path, stored, scope, update } = ratchet;
  const { score, bands } = report.summary;
  const plan = (text: string | null, ...notes: string[]): RatchetPlan => {
    return { file: ratchet.file, text, notes, isBlocked: false };
  };
  if (score === null || !isComplete(report.skipped, profile)) {
    const reason = score === null ? 'no file was measured' : 'the review is incomplete';
    return update ? { ...plan(null, `${path} is not written: ${reason}.`), isBlocked: true } : plan(null);
  }
  const measured = raiseFloor({ score, bands }, null);
  const floor = raiseFloor({ score, bands }, stored);
  if (!stored) {
    const text = formatRatchet({ ...floor, paths: scope, measuredBy: yardstick });
    return plan(text, `${path} is created: ${describeFloor(floor)}.`);
  }
  const moves = describeMoves(stored, floor);
  if (!update) {
    const isNews = moves.length > 0 && ratchet.canUpdate;
    return isNews
      ? plan(null, `This is better than the floor in ${path}: --update moves it up.`)
      : plan(null);
  }
  const worse = describeMoves(floor, measured);
  // What holds by other rules, or another version, is a floor of theirs from now on.
  const measuredBy = worse.length > 0 ? stored.measuredBy : yardstick;
  const text = formatRatchet({ ...stored, ...floor, measuredBy });
  const isSame = text === formatRatchet(stored);
  return plan(isSame ? null : text, ...describeUpdate(path, { moves, worse, isSame }));
}

function describeUpdate(
  path: string,
  update: { readonly moves: readonly string[]; readonly worse: readonly string[]; readonly isSame: boolean },
): readonly string[] {
  const { moves, worse, isSame } = update;
  const refused =
    worse.length === 0 ? [] : [`The floor in ${path} never moves down: not ${worse.join(', ')}.`];
  if (moves.length > 0) return [`The floor in ${path} moves up: ${moves.join(', ')}.`, ...refused];
  if (refused.length > 0) return refused;
  return [
    isSame
      ? `The floor in ${path} stays: nothing got better.`
      : `The floor in ${path} holds by the rules and the version in force, and is stored as measured by them.`,
  ];
}

function describeFloor({ minScore, maxRedFiles, maxRedAndYellowFiles }: Floor): string {
  return `an average Code Health of ${minScore.toFixed(2)}, red files: ${maxRedFiles}, red and yellow files: ${maxRedAndYellowFiles}`;
}

function describeMoves(before: Floor, after: Floor): readonly string[] {
  const move = (what: string, from: string | number, to: string | number) =>
    from === to ? [] : [`${what} from ${from} to ${to}`];
  return [
    ...move('the average Code Health', before.minScore.toFixed(2), after.minScore.toFixed(2)),
    ...move('red files', before.maxRedFiles, after.maxRedFiles),
    ...move('red and yellow files', before.maxRedAndYellowFiles, after.maxRedAndYellowFiles),
  ];
}
