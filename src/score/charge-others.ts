import type { Finding } from '../model/finding.ts';
import type { Rules } from '../model/profile.ts';
import { gradedPoints } from './alert-levels.ts';
import { type Charge, toMillionths } from './points.ts';
import { weightOf } from './weight-of.ts';

/** Points of each finding by itself. */
const pointsPerFinding: Readonly<Record<string, (measured: number) => number>> = {
  'bumpy-road-ahead': (bumps) => 0.5 * Math.floor(bumps / 2),
  'deep-nested-complexity': () => 2,
  // It names what complex-method and large-method already cost.
  'brain-method': () => 0,
  // No public figure from here on: 2.0 for critical smells, 1.0 for all others (`pointsElse`).
  'low-cohesion': () => 2,
  'brain-class': () => 2,
  'deep-global-nested-complexity': () => 2,
};

/** Points of a smell that has no public figure and is not critical. */
const pointsElse = 1;

/** Points of all findings of one smell together: charged once a file. */
const pointsPerFile: Readonly<Record<string, (findings: readonly Finding[], rules: Rules) => number>> = {
  'overall-code-complexity': () => 2,
  'primitive-obsession': () => 1,
  'string-heavy-function-arguments': () => 1,
  'excess-number-of-function-arguments': () => 1,
  'constructor-over-injection': () => 1,
  'missing-arguments-abstractions': () => 1,
  'lines-of-code-in-a-single-file': (findings, rules) =>
    gradedPoints('lines-of-code-in-a-single-file', largest(findings), rules),
  'code-duplication': (findings) => duplicationPoints(findings.length),
  'large-assertion-blocks': (findings) => largeAssertionPoints(largest(findings)),
  'duplicated-assertion-blocks': (findings) => duplicatedAssertionPoints(largest(findings)),
};

/** Smells that `chargeFunctions` charges. */
const chargedElsewhere: ReadonlySet<string> = new Set([
  'complex-conditional',
  'complex-method',
  'large-method',
]);

/** What every smell but complex conditionals, complex methods and large methods costs. */
export function chargeOthers(findings: readonly Finding[], rules: Rules): readonly Charge[] {
  const others = findings.filter((finding) => !chargedElsewhere.has(finding.smell));
  const [perFile, perFinding] = partition(others, (finding) => Object.hasOwn(pointsPerFile, finding.smell));
  return [...chargePerFinding(perFinding, rules), ...chargePerFile(perFile, rules)];
}

/**
 * Published: 2.0 for 2 to 7 functions, 3.0 for 8 and 9, 5.0 for 17. Between and beyond, a quarter of a point for
 * each further function: our line through the published values.
 */
function duplicationPoints(functions: number): number {
  if (functions < 8) return 2;
  return functions <= 9 ? 3 : 3 + (functions - 9) / 4;
}

/** Published: 3.0 for 5 blocks, 4.0 for 8. Ours between: one point more for every 4 blocks. */
function largeAssertionPoints(blocks: number): number {
  return 2 + Math.floor(blocks / 4);
}

/** Published: 1.0 for 3 functions, up to 3.0. Ours between: one point for every 2 functions. */
function duplicatedAssertionPoints(functions: number): number {
  return Math.min(3, Math.max(1, Math.floor(functions / 2)));
}

function chargePerFinding(findings: readonly Finding[], rules: Rules): readonly Charge[] {
  return findings.map(({ smell, function: name, line, measured }) => {
    const points = Object.hasOwn(pointsPerFinding, smell) ? pointsPerFinding[smell]?.(measured) : pointsElse;
    return {
      smell,
      function: name,
      line,
      millionths: toMillionths(weightOf(smell, rules) * (points ?? pointsElse)),
    };
  });
}

function chargePerFile(findings: readonly Finding[], rules: Rules): readonly Charge[] {
  const smells = [...new Set(findings.map((finding) => finding.smell))];
  return smells.map((smell) => {
    const same = findings.filter((finding) => finding.smell === smell);
    const points = pointsPerFile[smell]?.(same, rules) ?? 0;
    return { smell, function: null, line: null, millionths: toMillionths(weightOf(smell, rules) * points) };
  });
}

function largest(findings: readonly Finding[]): number {
  return Math.max(...findings.map((finding) => finding.measured));
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
