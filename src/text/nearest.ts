import { distance } from 'fastest-levenshtein';

/** Longer words are not worth guessing at. */
const longestWord = 80;
/** A word that is the start of exactly one candidate counts as near from this length on (two spellings of one are one). */
const shortestPrefix = 3;

/**
 * The candidate that a mistyped word most likely means, or `null` where none is near.
 * Near: at most a third of the letters differ (one at least); case, spaces and camelCase do not count.
 * The first of equally near candidates wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length === 0 || word.length > longestWord) return null;
  const wanted = simplify(word);
  const distances = candidates.map((candidate) => distance(wanted, simplify(candidate)));
  const shortest = Math.min(...distances);
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  if (shortest <= bound) return candidates[distances.indexOf(shortest)] ?? null;
  return onlyOneStartingWith(wanted, candidates);
}

function onlyOneStartingWith(start: string, candidates: readonly string[]): string | null {
  if (start.length < shortestPrefix) return null;
  const [first, ...others] = candidates.filter((candidate) => simplify(candidate).startsWith(start));
  if (first === undefined) return null;
  return others.every((other) => simplify(other) === simplify(first)) ? first : null;
}

function simplify(word: string): string {
  return word
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/[^\p{Letter}\p{Number}-]/gu, '');
}
