/** How fast the score falls with the penalty points: fitted to published results of CodeScene's delta analysis. */
export const decay = 0.03525;

/**
 * The code health of a file that has so many penalty points: 10.0 at none, never below 1.0, cut (not rounded)
 * to two decimals.
 */
export function scoreOf(penaltyPoints: number): number {
  return Math.floor(100 * uncutScoreOf(penaltyPoints)) / 100;
}

/** The score before it is cut, for who shows how it comes about. */
export function uncutScoreOf(penaltyPoints: number): number {
  return 1 + 9 * Math.exp(-decay * penaltyPoints);
}
