import { limitKey } from '../../smells/limit-key.ts';
import { knownSmells } from '../known-smells.ts';
import type { Originated, ProfileLayer, RuleValues } from '../profile-layer.ts';
import { resolveRule } from '../resolve-scopes.ts';
import { describePlace, type ProfileWarning } from './describe-warning.ts';
import { type PlacedScope, placeScopes } from './profile-scopes.ts';

/** Settings of rules that are switched off wherever the settings would hold. */
export function warnOfRules(layers: readonly ProfileLayer[]): readonly ProfileWarning[] {
  return placeScopes(layers).flatMap((placed) =>
    knownSmells.flatMap(({ id }) => {
      const settings = settingsOf(placed.scope.rules, id);
      const switchedOff = settings.length === 0 ? null : findSwitch(placed, id);
      return switchedOff ? settings.map((setting) => warn(placed, id, setting, switchedOff)) : [];
    }),
  );
}

type Setting = readonly [key: string, value: Originated<unknown>];

/** What a scope says about a rule besides whether it is on. A weight of 0 is what switches off. */
export function settingsOf({ severity, weight, limits }: RuleValues, id: string): readonly Setting[] {
  const given: readonly (readonly [string, Originated<unknown> | undefined])[] = [
    ['severity', severity.get(id)],
    ['weight', weight.get(id)?.value === 0 ? undefined : weight.get(id)],
    ...[...limits]
      .filter(([name]) => name.startsWith(`${id}.`))
      .map(([name, value]) => [limitKey(name.slice(id.length + 1)), value] as const),
  ];
  return given.flatMap(([key, value]) => (value ? [[key, value] as const] : []));
}

/** What switches a rule off where a scope holds, if something does. */
export function findSwitch({ holding }: Pick<PlacedScope, 'holding'>, id: string): Switch | null {
  const { enabled, weight } = resolveRule(holding, id);
  if (!enabled.value) return { text: 'off', origin: enabled.origin };
  return weight.value === 0 ? { text: 'its weight is 0', origin: weight.origin } : null;
}

interface Switch {
  readonly text: string;
  readonly origin: Originated<unknown>['origin'];
}

function warn(
  { prefix }: PlacedScope,
  id: string,
  [key, { origin }]: Setting,
  switchedOff: Switch,
): ProfileWarning {
  const why = `the rule is off here (${switchedOff.text}, ${describePlace(switchedOff.origin)})`;
  const remedy = switchedOff.text === 'off' ? 'switch the rule on' : 'give it a weight above 0';
  return {
    origin,
    key: `${prefix}rules.${id}.${key}`,
    message: `has no effect, because ${why}: remove it, or ${remedy}`,
  };
}
