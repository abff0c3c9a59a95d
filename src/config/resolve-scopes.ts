import { type GateSettings, gateNames, type RuleSettings, type Rules } from '../model/profile.ts';
import { declaredRules } from './declared-rules.ts';
import { knownSmells } from './known-smells.ts';
import type { Originated, RuleValues, Scope } from './profile-layer.ts';
import { ruleNumbersOf } from './rule-numbers.ts';

/** The first that says something about a value; every value has a default at the end. */
export function firstGiven<S, T>(
  sources: readonly S[],
  read: (source: S) => Originated<T> | undefined,
): Originated<T> {
  for (const source of sources) {
    const given = read(source);
    if (given) return given;
  }
  throw new RangeError('a value of the profile has no default');
}

/** One rule's settings with the place of each. */
interface OriginatedRule {
  readonly enabled: Originated<boolean>;
  readonly severity: Originated<RuleSettings['severity']>;
  readonly weight: Originated<number>;
  /** By camelCase name. */
  readonly limits: readonly (readonly [string, Originated<number>])[];
}

const namesById: ReadonlyMap<string, readonly string[]> = new Map(
  knownSmells.map((smell) => [smell.id, ruleNumbersOf(smell).map(({ name }) => name)]),
);

/** A rule under scopes, nearest first. */
export function resolveRule(scopes: readonly Scope[], id: string): OriginatedRule {
  const values: readonly RuleValues[] = [...scopes.map(({ rules }) => rules), declaredRules];
  const limits = namesById.get(id) ?? [];
  return {
    enabled: firstGiven(values, ({ enabled }) => enabled.get(id)),
    severity: firstGiven(values, ({ severity }) => severity.get(id)),
    weight: firstGiven(values, ({ weight }) => weight.get(id)),
    limits: limits.map((name) => [name, firstGiven(values, (given) => given.limits.get(`${id}.${name}`))]),
  };
}

/** Every rule under scopes, nearest first. A weight of 0 switches its rule off. */
export function resolveRules(scopes: readonly Scope[]): Rules {
  return Object.fromEntries(
    knownSmells.map(({ id }) => {
      const { enabled, severity, weight, limits } = resolveRule(scopes, id);
      const settings: RuleSettings = {
        enabled: enabled.value && weight.value > 0,
        severity: severity.value,
        weight: weight.value,
        limits: Object.fromEntries(limits.map(([name, { value }]) => [name, value])),
      };
      return [id, settings];
    }),
  );
}

/** Every gate under scopes, nearest first. A gate is taken whole from the first scope that has it. */
export function resolveGates(scopes: readonly Scope[]): GateSettings {
  const entries = gateNames.map((gate) => [
    gate,
    firstGiven<Scope, GateSettings[typeof gate]>(scopes, ({ gates }) => gates[gate]).value,
  ]);
  return Object.fromEntries(entries) as GateSettings;
}
