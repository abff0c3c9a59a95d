/** A value as readers see it, with at most two decimals: a difference beyond them is none. */
export function roundValue(value: number): number {
  return Math.round(value * 100) / 100;
}
