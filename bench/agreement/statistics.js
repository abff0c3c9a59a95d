/** @param {readonly number[]} values @returns the mean; NaN of nothing */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the values that pass a test, 0 to 1; NaN of nothing. */
export function share(values, test) {
  return values.filter(test).length / values.length;
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** Spearman's rank correlation of two lists of one length (Pearson's over mean ranks), -1 to 1. */
export function rankCorrelation(first, second) {
  const [a, b] = [ranks(first), ranks(second)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((rank, index) => (rank - meanA) * (b[index] - meanB)));
  const variance = (all, center) => mean(all.map((rank) => (rank - center) ** 2));
  return covariance / Math.sqrt(variance(a, meanA) * variance(b, meanB));
}

/** How two lists of texts differ, doubles counted one by one: what both have, only the first, only the second. */
export function compareSets(expected, found) {
  const missed = [...expected];
  const extra = found.filter((one) => {
    const index = missed.indexOf(one);
    if (index !== -1) missed.splice(index, 1);
    return index === -1;
  });
  return { hits: found.length - extra.length, missed, extra };
}

/** Precision, recall and their harmonic mean from counts. */
export function toF1({ hits, missed, extra }) {
  const precision = hits / (hits + extra);
  const recall = hits / (hits + missed);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
