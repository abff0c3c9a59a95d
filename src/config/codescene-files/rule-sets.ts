import { findSmell } from '../../smells/index.ts';
import { nearest } from '../../text/nearest.ts';
import type { KeyPath } from '../key-path.ts';
import { knownSmells } from '../known-smells.ts';
import type { Originated } from '../profile-layer.ts';
import { ruleNumbers } from '../rule-numbers.ts';
import type { RuleSetInput, RulesFileInput } from './file-schemas.ts';
import { type JsonFile, originIn, quoted, warn, warnAboutUnknownKeys } from './json-file.ts';
import { readSetFiles, type SetFiles } from './path-pattern.ts';
import { thresholds } from './thresholds.ts';

/** Everything that one rule set says about one rule, defaults included. */
export interface RuleState {
  readonly enabled: Originated<boolean>;
  readonly weight: Originated<number>;
  /** By camelCase name: limits and alert levels. */
  readonly limits: ReadonlyMap<string, Originated<number>>;
}

/** A rule set with every rule: what it omits is at its default, for the first set that matches a path wins whole. */
export interface RuleSet {
  readonly files: SetFiles;
  /** By smell id. */
  readonly rules: ReadonlyMap<string, RuleState>;
}

const defaultWeight = 1;

/** A rule of CodeScene's for files that are not measured here. */
const rulesOfOtherLanguages: readonly string[] = ['lines of declarations in a single file'];

/** The rule sets of a checked file, in order, up to the first one for every file: the rest is never reached. */
export function readRuleSets(file: JsonFile, input: RulesFileInput): RuleSet[] {
  warnAboutUnknownKeys(file, { data: input, path: [], known: ['rule_sets'] });
  const sets: RuleSet[] = [];
  for (const [index, written] of (input.rule_sets ?? []).entries()) {
    if (sets.at(-1)?.files === 'every file') {
      warn(file, ['rule_sets', index], 'this rule set is never reached: one before it matches every file');
      continue;
    }
    const files = readSetFiles(file, index, written.matching_content_path);
    if (files !== null) sets.push({ files, rules: readRules(file, index, written) });
  }
  return sets;
}

const setKeys = ['matching_content_path', 'rules', 'thresholds'];

function readRules(file: JsonFile, index: number, written: RuleSetInput): ReadonlyMap<string, RuleState> {
  const path = ['rule_sets', index];
  warnAboutUnknownKeys(file, { data: written, path, known: setKeys });
  const weights = readWeights(file, index, written);
  const limits = readThresholds(file, index, written);
  const origin = originIn(file, path);
  const states = knownSmells.map(({ id }): [string, RuleState] => {
    const weight = weights.get(id) ?? { value: defaultWeight, origin };
    const numbers = [...ruleNumbers].filter(([name]) => name.startsWith(`${id}.`));
    return [
      id,
      {
        enabled: { value: weight.value > 0, origin: weight.origin },
        weight,
        limits: new Map(
          numbers.map(([key, number]) => [number.name, limits.get(key) ?? { value: number.default, origin }]),
        ),
      },
    ];
  });
  return new Map(states);
}

function readWeights(
  file: JsonFile,
  index: number,
  { rules }: RuleSetInput,
): ReadonlyMap<string, Originated<number>> {
  const weights = new Map<string, Originated<number>>();
  for (const [at, rule] of (rules ?? []).entries()) {
    const path = ['rule_sets', index, 'rules', at];
    warnAboutUnknownKeys(file, { data: rule, path, known: ['name', 'weight'] });
    const id = findSmell(rule.name)?.id;
    if (id === undefined) warnAboutUnknownRule(file, [...path, 'name'], rule.name);
    else if (weights.has(id))
      warn(
        file,
        [...path, 'name'],
        `the rule ${quoted(rule.name)} stands in this set already, where it counts`,
      );
    else weights.set(id, readWeight(file, [...path, 'weight'], rule.weight));
  }
  return weights;
}

function warnAboutUnknownRule(file: JsonFile, path: KeyPath, name: string): void {
  if (rulesOfOtherLanguages.includes(name.trim().toLowerCase())) return;
  const names = knownSmells.map((smell) => smell.name);
  warn(file, path, `the rule ${quoted(name)} is unknown and has no effect`, nearest(name, names));
}

function readWeight(file: JsonFile, path: KeyPath, written: string | number | undefined): Originated<number> {
  const weight = Number(written ?? defaultWeight);
  const value = Math.min(defaultWeight, Math.max(0, weight));
  if (value !== weight)
    warn(file, path, `a weight of ${weight} cannot be honoured, expected 0 to 1: ${value} counts`);
  return { value, origin: originIn(file, path) };
}

/** Limits by smell id and camelCase name. */
function readThresholds(
  file: JsonFile,
  index: number,
  { thresholds: written }: RuleSetInput,
): ReadonlyMap<string, Originated<number>> {
  const limits = new Map<string, Originated<number>>();
  const seen = new Set<string>();
  for (const [at, { name, value, ...rest }] of (written ?? []).entries()) {
    const path = ['rule_sets', index, 'thresholds', at];
    warnAboutUnknownKeys(file, { data: rest, path, known: ['name', 'value'] });
    if (seen.has(name))
      warn(
        file,
        [...path, 'name'],
        `the threshold ${quoted(name)} stands in this set already, where it counts`,
      );
    else
      for (const [key, limit] of readThreshold(file, path, { name, value: Number(value) }))
        limits.set(key, limit);
    seen.add(name);
  }
  return limits;
}

function readThreshold(
  file: JsonFile,
  path: KeyPath,
  { name, value }: { readonly name: string; readonly value: number },
): readonly (readonly [string, Originated<number>])[] {
  const threshold = thresholds.get(name);
  if (!threshold) {
    const suggestion = nearest(name, [...thresholds.keys()]);
    warn(file, [...path, 'name'], `the threshold ${quoted(name)} is unknown and has no effect`, suggestion);
    return [];
  }
  if (value === threshold.default) return [];
  if (threshold.toLimits === null || value < threshold.lowest) {
    warn(file, [...path, 'value'], `${name}: ${value} cannot be honoured: ${threshold.reason}`);
    return [];
  }
  const origin = originIn(file, [...path, 'value']);
  return Object.entries(threshold.toLimits(value)).map(([key, limit]) => [key, { value: limit, origin }]);
}
