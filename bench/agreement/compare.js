import { compareSets, mean, rankCorrelation, share, toF1 } from './statistics.js';

/** Scores are published with two decimals; a difference up to this much is one of rounding. */
const exactTo = 0.015;
const residualFrom = 0.1;

/** Keys of a reported finding, and of the prototype's functions, for what a function has. */
const quantities = [
  { name: 'cyclomatic complexity', reported: 'cc', measured: 'cc', ours: 'cyclomaticComplexity' },
  { name: 'lines of code', reported: 'loc', measured: 'loc', ours: 'linesOfCode' },
  { name: 'bumps', reported: 'bumps', measured: 'bumps', ours: 'bumps' },
  { name: 'nesting depth', reported: 'depth', measured: 'nesting', ours: 'maxNestingDepth' },
];

const shortName = (name) => name.split('.').pop();
const toId = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Our number beside each one that CodeScene, and the prototype, gives for a function. */
export function compareFunctions({ reported, measured }, { functions }) {
  const find = (name, line) =>
    functions.find(
      (fn) => shortName(fn.name) === shortName(name) && (line === undefined || fn.line === line),
    );
  return quantities.flatMap(({ name, reported: key, measured: measuredKey, ours }) => [
    ...reported.findings
      .filter((finding) => finding.fn && finding[key] !== undefined)
      .map((finding) => ({ name, by: 'reported', expected: finding[key], ours: find(finding.fn)?.[ours] })),
    ...(measured?.functions ?? []).map((fn) => ({
      name,
      by: 'prototype',
      expected: fn[measuredKey],
      ours: find(fn.name, fn.start)?.[ours],
    })),
  ]);
}

/** The smells of a file against the reported ones: one entry for a smell of a function, or of the file. */
export function compareFindings({ reported }, { findings }) {
  const named = reported.findings.some(({ fn }) => fn);
  const key = (smell, fn) => (fn && named ? `${toId(smell)} ${shortName(fn).replace('?', '')}` : toId(smell));
  const smells = findings.map(({ smell }) => smell);
  const ours = new Set(findings.map((finding) => key(finding.smell, finding.function)));
  // "A / B" stands for either, and a pair of functions for both.
  const expected = reported.findings.flatMap(({ smell, fn }) => {
    const functions = fn ? fn.split(',') : [undefined];
    const ids = smell.split(' / ').map(toId);
    const found = smells.find((each) => ids.some((id) => each.startsWith(id)));
    return functions.map((name) => key(found ?? smell, name));
  });
  return compareSets([...new Set(expected)], [...ours]);
}

const percent = (part) => `${(100 * part).toFixed(1)} %`;

/** Every figure of the agreement, a line each; `bandOf` gives a score's colour band. */
export function describeAgreement(compared, bandOf) {
  const numbers = compared.flatMap(({ functions }) => functions);
  const lines = ['reported', 'prototype'].flatMap((by) =>
    quantities.flatMap(({ name }) => {
      const same = numbers.filter((number) => number.by === by && number.name === name);
      if (same.length === 0) return [];
      const exact = same.filter(({ expected, ours }) => expected === ours).length;
      return [`${name}, ${by}: ${exact} of ${same.length} exact (${percent(exact / same.length)})`];
    }),
  );
  const scores = compared
    .filter(({ file }) => typeof file.reported.score === 'number')
    .map(({ file, ours }) => ({ reported: file.reported.score, ours: ours.score }));
  const errors = scores.map(({ reported, ours }) => Math.abs(reported - ours));
  const correlation = rankCorrelation(
    scores.map(({ reported }) => reported),
    scores.map(({ ours }) => ours),
  );
  return [
    ...lines,
    describeSmells(compared),
    `scores of ${scores.length} files: mean absolute error ${mean(errors).toFixed(3)}`,
    `  exact to ${exactTo}: ${percent(share(errors, (error) => error <= exactTo + 1e-9))}`,
    `  rank correlation (Spearman): ${correlation.toFixed(3)}`,
    `  same colour band: ${percent(share(scores, ({ reported, ours }) => bandOf(reported) === bandOf(ours)))}`,
  ].join('\n');
}

function isExact({ file, ours }) {
  return Math.abs(file.reported.score - ours.score) <= exactTo + 1e-9;
}

/** A file whose findings are not named although its score is below 10 has nothing to compare with. */
function describeSmells(compared) {
  const complete = compared.filter(
    ({ file: { reported } }) =>
      reported.findingsComplete && (reported.findings.length > 0 || reported.score === 10),
  );
  const sum = (count) => complete.reduce((total, { findings }) => total + count(findings), 0);
  const counts = {
    hits: sum(({ hits }) => hits),
    missed: sum(({ missed }) => missed.length),
    extra: sum(({ extra }) => extra.length),
  };
  const { precision, recall, f1 } = toF1(counts);
  const { hits, missed, extra } = counts;
  const charged = complete.filter(isExact).reduce((total, { findings }) => total + findings.extra.length, 0);
  return [
    `smells of ${complete.length} files whose findings are complete: ${hits} agree, ${missed} missed, ${extra} more`,
    `  precision ${percent(precision)}, recall ${percent(recall)}, F1 ${f1.toFixed(3)}`,
    `  ${charged} of the ${extra} more stand in files whose score is met with all that is found: it charges them, too`,
    ...complete.flatMap(({ file, findings }) => [
      ...findings.missed.map((one) => `  missed: ${one} in ${file.path} ${file.blob.slice(0, 7)}`),
      ...findings.extra.map((one) => `  more: ${one} in ${file.path} ${file.blob.slice(0, 7)}`),
    ]),
  ].join('\n');
}

/** Each file whose score is off by more than 0.1, the worst first, with what we charge; all where `details`. */
export function describeResiduals(compared, { details = false } = {}) {
  const scored = compared.filter(({ file }) => typeof file.reported.score === 'number');
  const errorOf = ({ file, ours }) => Math.abs(file.reported.score - ours.score);
  const shown = scored
    .filter((one) => details || errorOf(one) > residualFrom)
    .sort((a, b) => errorOf(b) - errorOf(a));
  const blocks = shown.map(({ file, ours }) => {
    const items = ours.items.map(({ smell, function: fn, penaltyPoints }) =>
      `${penaltyPoints} ${smell} ${fn ?? ''}`.trim(),
    );
    const heading = `${file.path} ${file.blob.slice(0, 7)}: reported ${file.reported.score}, ours ${ours.score}`;
    return [heading, ...items.map((item) => `    ${item}`)].join('\n');
  });
  return [`${shown.length} files are shown:`, ...blocks].join('\n');
}
