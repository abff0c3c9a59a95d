import { type Band, bandOf } from '../../../score/index.ts';
import type { Style } from '../style.ts';

/** A score in its colour, with the colour's name: "8.67 (yellow)". */
export function describeScore(score: number, { paint }: Pick<Style, 'paint'>): string {
  const paints: Readonly<Record<Band, (text: string) => string>> = {
    optimal: paint.green,
    green: paint.green,
    yellow: paint.yellow,
    red: paint.red,
  };
  const band = bandOf(score);
  return paints[band](`${score.toFixed(2)} (${band})`);
}
