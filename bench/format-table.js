/**
 * A table of median, spread and peak by command, with the ratio to one of them: that of the medians, and the lowest
 * and highest of single rounds.
 */
export function formatTable(runs, reference) {
  const rows = Object.entries(runs).map(([name, all]) => {
    const walls = all.map(({ wall }) => wall);
    const peak = Math.max(...all.map((run) => run.peak));
    return [
      name,
      `${median(walls).toFixed(0)} ms`,
      spread(walls, 0),
      Number.isNaN(peak) ? 'unknown' : `${peak.toFixed(0)} MB`,
      describeRatio(
        walls,
        runs[reference].map(({ wall }) => wall),
      ),
    ];
  });
  const header = ['command', 'median', 'min–max', 'peak', `to ${reference}`];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function describeRatio(walls, references) {
  const ratios = walls.map((wall, round) => wall / references[round]);
  return `${(median(walls) / median(references)).toFixed(2)}× (${spread(ratios, 2)})`;
}

function spread(values, digits) {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
}

/** The middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
