import type { ScoreItem } from '../model/report.ts';

/** An item for the file beside those of its functions lifts them to the least that a file is charged for the smell. */
export function describeChargedPlace(
  { smell, function: name, line }: ScoreItem,
  items: readonly ScoreItem[],
): string {
  if (name === null && line !== null) return `line ${line}`;
  if (name === null) {
    const isLift = items.some((other) => other.smell === smell && other.function !== null);
    return isLift ? 'to the least that a file is charged for it' : 'once for the file';
  }
  return line === null ? name : `${name} (line ${line})`;
}

/** Four decimals, cut and not rounded, so that what follows can be read off: 8.999996 is not shown as 9.0000. */
export function cutScore(value: number): string {
  return /^\d+\.\d{0,4}/.exec(value.toFixed(12))?.[0] ?? String(value);
}
