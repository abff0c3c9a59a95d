/** Counts and scores of a review: nothing of the source but the paths of what could not be measured. */
export function summarizeReview(result) {
  const { status, summary, files = [], skipped = [] } = result ?? {};
  return {
    status: status ?? 'no result',
    filesReviewed: summary?.filesReviewed,
    linesOfCode: summary?.linesOfCode,
    score: summary?.score,
    bands: summary?.bands,
    findings: countBy(
      files.flatMap(({ findings }) => findings),
      ({ smell }) => smell,
    ),
    ...summarizeSkipped(skipped),
  };
}

/** A check in one line: `failed: 2 of 3 files, 1 degraded, score -0.02, gates advisory-rules`. */
export function summarizeCheck(result) {
  const { status = 'no result', summary, files = [], skipped = [], gates = [] } = result ?? {};
  const findings = countBy(
    files.flatMap((file) => file.findings),
    ({ changeType }) => changeType,
  );
  const scoreChange = sum(files.map(({ oldScore, newScore }) => (newScore ?? 10) - (oldScore ?? 10)));
  const failedGates = gates.filter((gate) => gate.status === 'failed').map(({ gate }) => gate);
  const { reasons } = summarizeSkipped(skipped);
  const parts = [
    `${summary?.filesAnalyzed} of ${summary?.filesChanged} files`,
    ...Object.entries(findings).map(([changeType, count]) => `${count} ${changeType}`),
    `score ${(Math.round(scoreChange * 100) / 100).toFixed(2)}`,
    ...(failedGates.length > 0 ? [`gates ${failedGates.join(' ')}`] : []),
    ...Object.entries(reasons).map(([reason, count]) => `${count} unmeasured (${reason})`),
  ];
  return `${status}: ${parts.join(', ')}`;
}

function summarizeSkipped(skipped) {
  const unmeasured = skipped.filter((file) => file.unmeasured);
  const byRule = skipped.filter((file) => !file.unmeasured);
  return {
    skipped: countBy(byRule, ({ reason }) => reason),
    unmeasured: unmeasured.length,
    reasons: countBy(unmeasured, ({ reason }) => reason),
  };
}

function countBy(items, nameOf) {
  const counts = {};
  for (const name of items.map(nameOf).sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
