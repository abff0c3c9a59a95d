import { alertLevels, alertLimits, type GradedSmell } from '../score/index.ts';
import type { Limit, Smell } from '../smells/define-smell.ts';
import { limitKey } from '../smells/limit-key.ts';
import { knownSmells } from './known-smells.ts';

/** A number that a profile can set for a rule: a limit, or the level by which its penalty points grow. */
export interface RuleNumber {
  /** CamelCase, as in `RuleSettings.limits`. */
  readonly name: string;
  /** As a profile file spells it. */
  readonly key: string;
  readonly default: number;
  /** Lowest and highest value that a profile may give; `null` where there is no highest. */
  readonly min: number;
  readonly max: number | null;
  /** What it is, for the JSON Schema. */
  readonly description: string;
}

/** Everything but the weight that a profile can set as a number for a rule, in the order of the documentation. */
export function ruleNumbersOf(smell: Smell): readonly RuleNumber[] {
  const limits = Object.entries(smell.limits).map(([name, limit]) => toLimitNumber(name, limit));
  return isGraded(smell.id) ? [...limits, alertNumber(smell.id, smell)] : limits;
}

/** Numbers by smell id and camelCase name: `complex-method.maxCyclomaticComplexity`. */
export const ruleNumbers: ReadonlyMap<string, RuleNumber> = new Map(
  knownSmells.flatMap((smell) =>
    ruleNumbersOf(smell).map((number) => [`${smell.id}.${number.name}`, number] as const),
  ),
);

function toLimitNumber(name: string, { default: value, unit, description }: Limit): RuleNumber {
  const isShare = unit === '%' || unit.startsWith('percent');
  return {
    name,
    key: limitKey(name),
    default: value,
    min: 0,
    max: isShare ? 100 : null,
    description: `${description} The last allowed value, in ${unit}; ${value} by default.`,
  };
}

function isGraded(id: string): id is GradedSmell {
  return Object.hasOwn(alertLimits, id);
}

function alertNumber(id: GradedSmell, { limits }: Smell): RuleNumber {
  const name = alertLimits[id];
  const unit = Object.values(limits)[0]?.unit;
  return {
    name,
    key: limitKey(name),
    default: alertLevels[id],
    min: 1,
    max: null,
    description: `The value at which a finding costs 9 penalty points: the lower this level, the more each finding costs. It is no limit. In ${unit}; ${alertLevels[id]} by default.`,
  };
}
