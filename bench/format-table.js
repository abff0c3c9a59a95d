/** A table of median, spread and peak by command, with the ratio of medians to one of them. */
export function formatTable(runs, reference) {
  const medians = Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [name, median(all.map(({ wall }) => wall))]),
  );
  const rows = Object.entries(runs).map(([name, all]) => {
    const walls = all.map(({ wall }) => wall);
    const peak = Math.max(...all.map((run) => run.peak));
    return [
      name,
      `${medians[name].toFixed(0)} ms`,
      `${Math.min(...walls).toFixed(0)}–${Math.max(...walls).toFixed(0)}`,
      Number.isNaN(peak) ? 'unknown' : `${peak.toFixed(0)} MB`,
      `${(medians[name] / medians[reference]).toFixed(2)}×`,
    ];
  });
  const header = ['command', 'median', 'min–max', 'peak', 'to the floor'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
