import type { Finding } from '../model/finding.ts';
import type { FileMetrics } from '../model/metrics.ts';
import type { RuleSettings, Rules } from '../model/profile.ts';
import { brainClass } from './brain-class.ts';
import { brainMethod } from './brain-method.ts';
import { bumpyRoadAhead } from './bumpy-road-ahead.ts';
import { codeDuplication } from './code-duplication.ts';
import { complexConditional } from './complex-conditional.ts';
import { complexMethod } from './complex-method.ts';
import { constructorOverInjection } from './constructor-over-injection.ts';
import { deepGlobalNestedComplexity } from './deep-global-nested-complexity.ts';
import { deepNestedComplexity } from './deep-nested-complexity.ts';
import type { Detection, Smell } from './define-smell.ts';
import { duplicatedAssertionBlocks } from './duplicated-assertion-blocks.ts';
import { excessNumberOfFunctionArguments } from './excess-number-of-function-arguments.ts';
import { globalConditionals } from './global-conditionals.ts';
import { largeAssertionBlocks } from './large-assertion-blocks.ts';
import { largeEmbeddedCodeBlock } from './large-embedded-code-block.ts';
import { largeMethod } from './large-method.ts';
import { linesOfCodeInASingleFile } from './lines-of-code-in-a-single-file.ts';
import { lowCohesion } from './low-cohesion.ts';
import { missingArgumentsAbstractions } from './missing-arguments-abstractions.ts';
import { numberOfFunctionsInASingleModule } from './number-of-functions-in-a-single-module.ts';
import { overallCodeComplexity } from './overall-code-complexity.ts';
import { overallFunctionSize } from './overall-function-size.ts';
import { primitiveObsession } from './primitive-obsession.ts';
import { stringHeavyFunctionArguments } from './string-heavy-function-arguments.ts';

export type { Limit, Smell } from './define-smell.ts';
export { countedFunctions, sumLinesOfCode } from './file-averages.ts';

/** Every smell that is known, in the order of the documentation. */
export const smells: readonly Smell[] = [
  complexMethod,
  largeMethod,
  bumpyRoadAhead,
  deepNestedComplexity,
  complexConditional,
  brainMethod,
  excessNumberOfFunctionArguments,
  overallCodeComplexity,
  overallFunctionSize,
  primitiveObsession,
  stringHeavyFunctionArguments,
  missingArgumentsAbstractions,
  linesOfCodeInASingleFile,
  numberOfFunctionsInASingleModule,
  globalConditionals,
  deepGlobalNestedComplexity,
  constructorOverInjection,
  largeEmbeddedCodeBlock,
  codeDuplication,
  lowCohesion,
  brainClass,
  largeAssertionBlocks,
  duplicatedAssertionBlocks,
];

/** The rules where no profile says otherwise: every smell is on, with its own limits and severity. */
export const defaultRules: Rules = Object.fromEntries(
  smells.map((smell) => [smell.id, defaultSettings(smell)]),
);

/** A smell that is looked for, with every limit said. */
interface Search {
  readonly smell: Smell;
  readonly severity: RuleSettings['severity'];
  readonly limits: RuleSettings['limits'];
}

/** Thousands of files are judged by the same few rules: what follows from them is found out once. */
const searchesByRules = new WeakMap<Rules, readonly Search[]>();

function defaultSettings({ severity, limits }: Smell): RuleSettings {
  const values = Object.entries(limits).map(([name, limit]) => [name, limit.default] as const);
  return { enabled: true, severity, weight: 1, limits: Object.fromEntries(values) };
}

/** Finds a smell by its id or by CodeScene's name, whatever the case and the punctuation. */
export function findSmell(idOrName: string): Smell | undefined {
  const id = foldName(idOrName);
  return smells.find((smell) => smell.id === id);
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Judges a file by rules: what is over its limit, by line and then by smell. Suppressions are not looked at.
 *
 * @param rules settings by smell id; a smell or limit that is left out keeps its default
 */
export function detectFindings(metrics: FileMetrics, rules: Rules): Finding[] {
  const searches = searchesByRules.get(rules) ?? listSearches(rules);
  searchesByRules.set(rules, searches);
  return searches
    .flatMap(({ smell, severity, limits }) =>
      smell.detect(metrics, limits).map((detection) => toFinding(smell, detection, metrics, severity)),
    )
    .sort(compareFindings);
}

function listSearches(rules: Rules): readonly Search[] {
  return smells.flatMap((smell): readonly Search[] => {
    const settings = defaultSettings(smell);
    const { enabled, weight, severity, limits } = rules[smell.id] ?? settings;
    return enabled && weight !== 0 ? [{ smell, severity, limits: { ...settings.limits, ...limits } }] : [];
  });
}

function toFinding(
  { id, name }: Smell,
  { function: index, ...place }: Detection,
  { functions }: FileMetrics,
  severity: RuleSettings['severity'],
): Finding {
  const fn = index === null ? null : (functions[index]?.name ?? null);
  return { smell: id, name, severity, function: fn, ...place };
}

function compareFindings(a: Finding, b: Finding): number {
  if (a.line !== b.line) return a.line - b.line;
  if (a.smell === b.smell) return 0;
  return a.smell < b.smell ? -1 : 1;
}
