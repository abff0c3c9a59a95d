/** Penalty points have at most so many decimals. */
const mostDecimals = 6;
const leastDecimals = 2;

/** The fewest decimals, from two, that show each of the penalty points exactly. */
export function decimalsOf(penaltyPoints: readonly number[]): number {
  for (let decimals = leastDecimals; decimals < mostDecimals; decimals += 1) {
    if (penaltyPoints.every((points) => Number(points.toFixed(decimals)) === points)) return decimals;
  }
  return mostDecimals;
}

/** "2.00 penalty points", with as many decimals as there are. */
export function formatPenaltyPoints(points: number): string {
  return `${points.toFixed(decimalsOf([points]))} penalty points`;
}
