/** One line for each value that is not as expected, such as `review.score: 9.76 → 9.75`. */
export function describeDifferences(expected, measured) {
  if (expected === null) return ['nothing is expected of it so far'];
  const before = flatten(expected);
  const after = flatten(measured);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name] ?? 'nothing'} → ${after[name] ?? 'nothing'}`);
}

/** Leaves by their path. */
function flatten(value, path = '') {
  if (value === null || typeof value !== 'object') return { [path]: value };
  const parts = Object.entries(value).map(([name, item]) => flatten(item, path ? `${path}.${name}` : name));
  return Object.assign({}, ...parts);
}
