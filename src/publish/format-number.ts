/** A number for a reader: at most two decimals, none that are zero. */
export function formatNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** A Code Health score as CodeScene writes it, with one decimal where that tells it apart, else two. */
export function formatScoreChange(before: number, after: number): string {
  const decimals = before !== after && before.toFixed(1) === after.toFixed(1) ? 2 : 1;
  return `${before.toFixed(decimals)} → ${after.toFixed(decimals)}`;
}
