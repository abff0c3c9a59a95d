import type { Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { Rules } from '../model/profile.ts';
import { gradedPoints } from './alert-levels.ts';
import { locateFunction } from './locate-function.ts';
import { type Charge, type Millionths, toMillionths } from './points.ts';
import { shareOf, weightOf } from './weight-of.ts';

const conditional = 'complex-conditional';
const complex = 'complex-method';
const large = 'large-method';

/** Complex conditionals cost a function half a point for each operator, up to here. */
const conditionalCap = 2;
/** What complex methods cost a file at least, once any of them is charged. */
const leastComplexity = 1;
/**
 * Where a file has JSX, scores are lower from this complexity on, although 9 is a finding in any file. Evidence: five
 * complexities of 9 that cost nothing in NoteList.tsx and InspectorPanels.tsx of tolaria, against nine that cost 0.81
 * each in init.ts and runner.ts of agent-validator and two JavaScript files of ChunkyNosher's extension.
 */
const chargedWithJsx = 10;
const defaultLimit = 8;

/** The findings of one function whose costs depend on each other. */
interface FunctionFindings {
  readonly conditional: Finding | undefined;
  readonly complex: Finding | undefined;
  readonly large: Finding | undefined;
}

interface FunctionCosts {
  readonly findings: FunctionFindings;
  readonly conditional: Millionths;
  readonly complex: Millionths;
  readonly large: Millionths;
  readonly complexityIsCharged: boolean;
}

/**
 * What complex conditionals (CC), complex methods (CM) and large methods (LM) cost. They overlap: CC comes off
 * CM, and CM off LM, so that a function pays for the worse of its complexity and its length. A file whose
 * complex methods cost less than 1.0 together is charged 1.0 for them; what that adds comes off its large methods.
 */
export function chargeFunctions(
  file: Pick<FileMetrics, 'functions'>,
  findings: readonly Finding[],
  rules: Rules,
): readonly Charge[] {
  const hasJsx = file.functions.some(({ containsJsx }) => containsJsx);
  const costs = groupByFunction(file, findings).map((group) => costsOf(group, hasJsx, rules));
  const lift = complexityLift(costs, rules);
  const relief = Math.round(lift * shareOf(complex, large, rules));
  return [
    ...costs.map((cost) => chargeOf(conditional, cost.findings.conditional, cost.conditional)),
    ...costs.map((cost) => chargeOf(complex, cost.findings.complex, cost.complex)),
    { smell: complex, function: null, line: null, millionths: lift },
    ...chargeLarge(costs, relief),
  ];
}

function chargeOf(smell: string, finding: Finding | undefined, millionths: Millionths): Charge {
  return { smell, function: finding?.function ?? null, line: finding?.line ?? null, millionths };
}

/** The complexity from which on a file is charged for a finding by some limit: under a lowered one for each. */
function chargedFrom(limit: number, hasJsx: boolean): number {
  return hasJsx && limit === defaultLimit ? chargedWithJsx : limit + 1;
}

function groupByFunction(
  file: Pick<FileMetrics, 'functions'>,
  findings: readonly Finding[],
): readonly FunctionFindings[] {
  const groups = new Map<number | string | null, Finding[]>();
  for (const finding of findings) {
    const key = locateFunction(file, finding) ?? finding.function;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => ({
    conditional: worst(group, conditional),
    complex: worst(group, complex),
    large: worst(group, large),
  }));
}

function worst(findings: readonly Finding[], smell: string): Finding | undefined {
  return findings
    .filter((finding) => finding.smell === smell)
    .reduce<Finding | undefined>(
      (most, each) => (most && most.measured >= each.measured ? most : each),
      undefined,
    );
}

function costsOf(group: FunctionFindings, hasJsx: boolean, rules: Rules): FunctionCosts {
  const conditionalCost = toMillionths(weightOf(conditional, rules) * conditionalPoints(group.conditional));
  const charged = isCharged(group.complex, hasJsx) ? group.complex : undefined;
  const complexCost = without(
    weightedPoints(complex, charged, rules),
    conditionalCost * shareOf(conditional, complex, rules),
  );
  const largeCost = without(
    weightedPoints(large, group.large, rules),
    complexCost * shareOf(complex, large, rules),
  );
  return {
    findings: group,
    conditional: conditionalCost,
    complex: complexCost,
    large: largeCost,
    complexityIsCharged: charged !== undefined,
  };
}

function conditionalPoints(finding: Finding | undefined): number {
  return finding ? Math.min(conditionalCap, finding.measured / 2) : 0;
}

function isCharged(finding: Finding | undefined, hasJsx: boolean): boolean {
  return finding !== undefined && finding.measured >= chargedFrom(finding.limit, hasJsx);
}

function weightedPoints(
  smell: 'complex-method' | 'large-method',
  finding: Finding | undefined,
  rules: Rules,
): Millionths {
  return finding ? toMillionths(weightOf(smell, rules) * gradedPoints(smell, finding.measured, rules)) : 0;
}

function without(cost: Millionths, overlap: number): Millionths {
  return Math.max(0, cost - Math.round(overlap));
}

function complexityLift(costs: readonly FunctionCosts[], rules: Rules): Millionths {
  if (!costs.some((cost) => cost.complexityIsCharged)) return 0;
  const charged = costs.reduce((sum, cost) => sum + cost.complex, 0);
  return Math.max(0, toMillionths(weightOf(complex, rules) * leastComplexity) - charged);
}

/** The large methods in order, the first ones relieved of what the complex methods were lifted by. */
function chargeLarge(costs: readonly FunctionCosts[], relief: Millionths): readonly Charge[] {
  let left = relief;
  return costs.map((cost) => {
    const relieved = Math.min(left, cost.large);
    left -= relieved;
    return chargeOf(large, cost.findings.large, cost.large - relieved);
  });
}
