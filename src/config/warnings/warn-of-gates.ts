import { type GateName, gateNames } from '../../model/profile.ts';
import { limitKey } from '../../smells/limit-key.ts';
import type { Originated, ProfileLayer, Scope } from '../profile-layer.ts';
import { resolveRule } from '../resolve-scopes.ts';
import { describePlace, type ProfileWarning } from './describe-warning.ts';
import { type PlacedScope, placeOverrides, placeScopes } from './profile-scopes.ts';
import { findSwitch } from './warn-of-rules.ts';

type Layers = readonly ProfileLayer[];

/** Gates that can never be violated, or that list smells whose rules are off. */
export function warnOfGates(layers: Layers): readonly ProfileWarning[] {
  return placeScopes(layers).flatMap((placed) => [
    ...warnOfListedSmells(placed, layers),
    ...warnOfIdleLimits(placed),
  ]);
}

function warnOfListedSmells(placed: PlacedScope, layers: Layers): readonly ProfileWarning[] {
  return (['critical-rules', 'advisory-rules'] as const).flatMap((gate) => {
    const given = placed.scope.gates[gate];
    const listed = given?.value ? (given.value.smells ?? []) : [];
    return listed.flatMap((id) => {
      const switchedOff = findSwitch(placed, id);
      if (!given || !switchedOff || isOnSomewhere(layers, id)) return [];
      const place = `${switchedOff.text}, ${describePlace(switchedOff.origin)}`;
      const message = `lists ${id} in vain, because that rule is off (${place}): remove it from the list, or switch the rule on`;
      return [{ origin: given.origin, key: `${placed.prefix}gates.${gate}`, message }];
    });
  });
}

/** Whether an override switches a rule on for some files. */
function isOnSomewhere(layers: Layers, id: string): boolean {
  return placeOverrides(layers).some(({ override }) => {
    const { enabled, weight } = resolveRule([override, ...layers], id);
    return override.rules.enabled.has(id) && enabled.value && weight.value > 0;
  });
}

/** The settings with which a gate judges nothing: scores are 1 to 10, shares 0 to 100. */
const idleLimits: Readonly<Record<string, (value: number) => boolean>> = {
  maxDecline: (value) => value >= 9,
  minScore: (value) => value <= 1,
  minNewAndChangedLines: (value) => value <= 0,
};

function warnOfIdleLimits({ scope, prefix }: PlacedScope): readonly ProfileWarning[] {
  return gateNames.flatMap((gate) => {
    const given = givenGate(scope, gate);
    if (typeof given?.value !== 'object' || given.value === null) return [];
    return Object.entries(given.value).flatMap(([name, value]) => {
      if (typeof value !== 'number' || !idleLimits[name]?.(value)) return [];
      const key = `${prefix}gates.${gate}.${limitKey(name)}`;
      const message = `can never be violated at ${value}, so the gate has no effect: set another value, or switch the gate off`;
      return [{ origin: given.origin, key, message }];
    });
  });
}

/** What a scope says about a gate. */
export function givenGate({ gates }: Scope, gate: GateName): Originated<unknown> | undefined {
  return gates[gate];
}
