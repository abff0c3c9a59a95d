/**
 * Penalty points are added as whole millionths, so that the sum of the items of a file is its total to the last
 * digit. Six decimals hold every product of the published table and a weight of two decimals exactly.
 */
const millionthsPerPoint = 1_000_000;

/** Penalty points in whole millionths. */
export type Millionths = number;

export function toMillionths(points: number): Millionths {
  return Math.round(points * millionthsPerPoint);
}

export function toPoints(millionths: Millionths): number {
  return millionths / millionthsPerPoint;
}

/** A charge in the making: like a `ScoreItem`, in millionths. */
export interface Charge {
  readonly smell: string;
  readonly function: string | null;
  readonly line: number | null;
  readonly millionths: Millionths;
}

/** The sum of what items cost, without the error that adding broken numbers brings. */
export function sumPoints(items: readonly { readonly penaltyPoints: number }[]): number {
  return toPoints(items.reduce((sum, { penaltyPoints }) => sum + toMillionths(penaltyPoints), 0));
}
