/**
 * A share in percent, cut to one decimal and never rounded up: 79.99 % does not look like 80 %. 100 where the whole
 * is 0.
 * @param part a count, as `whole` is
 */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10;
}

/** A share for a reader: "83.3 %". */
export function formatPercent(part: number, whole: number): string {
  return `${percentOf(part, whole).toFixed(1)} %`;
}
