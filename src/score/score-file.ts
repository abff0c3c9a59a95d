import type { Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { Rules } from '../model/profile.ts';
import type { ScoreItem } from '../model/report.ts';
import { chargeFunctions } from './charge-functions.ts';
import { chargeOthers } from './charge-others.ts';
import { compareText } from './compare-text.ts';
import { isCounted } from './locate-function.ts';
import { type Charge, toPoints } from './points.ts';
import { scoreOf } from './score-of.ts';

/** The code health of a file and what it is made of. */
export interface FileScore {
  /** 1.0 to 10.0, two decimals. */
  readonly score: number;
  /** The sum of the items, exact to six decimals. */
  readonly penaltyPoints: number;
  /**
   * What costs something, by smell; `function` is `null` for what is charged once a file. The complex methods of
   * a file may have such an item beside their own: what lifts them to the least that a file pays for them.
   */
  readonly items: readonly ScoreItem[];
}

/**
 * Scores a file by its findings: each costs penalty points, and the score falls with their sum (`scoreOf`). Those of
 * functions that the score does not count (`FunctionMetrics.counted`) cost nothing.
 * Adding a finding, or a worse measured value, never raises the score; it is 10.0 exactly when nothing costs.
 *
 * @param file tells functions of the same name apart.
 * @param rules weights multiply what a smell costs; a rule may set its own alert level.
 */
export function scoreFile(
  file: Pick<FileMetrics, 'functions'>,
  findings: readonly Finding[],
  rules: Rules,
): FileScore {
  const ordered = findings
    .filter((finding) => isCounted(file, finding))
    .sort((a, b) => a.line - b.line || compareText(a.smell, b.smell));
  const charges = [...chargeFunctions(file, ordered, rules), ...chargeOthers(ordered, rules)]
    .filter((charge) => charge.millionths > 0)
    .sort((a, b) => compareText(a.smell, b.smell));
  const penaltyPoints = toPoints(charges.reduce((sum, charge) => sum + charge.millionths, 0));
  return { score: scoreOf(penaltyPoints), penaltyPoints, items: charges.map(toItem) };
}

function toItem(charge: Charge): ScoreItem {
  const { smell, line, millionths } = charge;
  return { smell, function: charge.function, line, penaltyPoints: toPoints(millionths) };
}
