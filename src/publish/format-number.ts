/** A number for a reader: at most two decimals, none that are zero. */
export function formatNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}
