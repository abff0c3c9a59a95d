import type { KeyPath } from './key-path.ts';
import { knownSmells, smellIdOf } from './known-smells.ts';
import type { OriginAt, RuleValues } from './profile-layer.ts';
import { ruleNumbersOf } from './rule-numbers.ts';
import type { RuleInput } from './rule-schema.ts';
import { readSwitch } from './value-schemas.ts';

/** Names of numbers in `RuleValues` by smell id and key: `complex-method.max-cyclomatic-complexity`. */
const limitNames: ReadonlyMap<string, string> = new Map(
  knownSmells.flatMap((smell) =>
    ruleNumbersOf(smell).map(({ name, key }) => [`${smell.id}.${key}`, `${smell.id}.${name}`] as const),
  ),
);

type RulesInput = Readonly<Record<string, RuleInput | undefined>>;
type MapUnderWay<M> = M extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;
type RuleValuesUnderWay = { readonly [N in keyof RuleValues]: MapUnderWay<RuleValues[N]> };

/** The values of a checked `rules` section. Settings switch their rule on. */
export function toRuleValues(
  rules: RulesInput | null | undefined,
  path: KeyPath,
  originAt: OriginAt,
): RuleValues {
  const values: RuleValuesUnderWay = {
    enabled: new Map(),
    severity: new Map(),
    weight: new Map(),
    limits: new Map(),
  };
  for (const [word, input] of Object.entries(rules ?? {})) {
    const id = smellIdOf(word);
    if (id === undefined || input === undefined) continue;
    const rulePath = [...path, word];
    values.enabled.set(id, { value: readSwitch(input) ?? true, origin: originAt(rulePath) });
    if (typeof input === 'object') addSettings(values, { id, input, path: rulePath, originAt });
  }
  return values;
}

interface WrittenRule {
  readonly id: string;
  readonly input: Exclude<RuleInput, string | boolean>;
  readonly path: KeyPath;
  readonly originAt: OriginAt;
}

function addSettings(values: RuleValuesUnderWay, { id, input, path, originAt }: WrittenRule): void {
  for (const [key, value] of Object.entries(input)) {
    const origin = originAt([...path, key]);
    if (value === 'critical' || value === 'advisory') values.severity.set(id, { value, origin });
    if (typeof value !== 'number') continue;
    const limit = limitNames.get(`${id}.${key}`);
    if (limit) values.limits.set(limit, { value, origin });
    else values.weight.set(id, { value, origin });
  }
}
