import { gateNames } from '../../model/profile.ts';
import { knownSmells } from '../known-smells.ts';
import type { Originated, Override, ProfileLayer } from '../profile-layer.ts';
import { describePlace, type ProfileWarning } from './describe-warning.ts';
import { covers, type PlacedOverride, placeOverrides } from './profile-scopes.ts';
import { givenGate } from './warn-of-gates.ts';
import { settingsOf } from './warn-of-rules.ts';

/** Overrides that set nothing, or only what an earlier one with the same files sets. */
export function warnOfOverrides(layers: readonly ProfileLayer[]): readonly ProfileWarning[] {
  const overrides = placeOverrides(layers).map((placed): ReadOverride => {
    return { ...placed, values: new Map(valuesOf(placed.override)) };
  });
  return overrides.flatMap((placed, index) => warnOfOverride(placed, overrides.slice(0, index)));
}

interface ReadOverride extends PlacedOverride {
  /** What it sets, by the names that its keys have in the file. */
  readonly values: ReadonlyMap<string, Originated<unknown>>;
}

function warnOfOverride(
  { override, key, values }: ReadOverride,
  earlier: readonly ReadOverride[],
): readonly ProfileWarning[] {
  const { origin, value: files } = override.files;
  if (values.size === 0) {
    return [{ origin, key, message: 'sets neither rules nor gates: give it some, or remove it' }];
  }
  const covering = earlier.filter((each) => covers(each.override.files.value, files));
  const shadowed = [...values].flatMap(([name, { origin: place }]) => {
    const first = covering.find((each) => each.values.has(name));
    return first ? [{ name, place, first }] : [];
  });
  const [one] = shadowed;
  if (one && shadowed.length === values.size) {
    return [{ origin, key, message: `${explain(one.first)} and sets all of it first: remove this one` }];
  }
  return shadowed.map(({ name, place, first }) => {
    const message = `${explain(first)} and sets it first: remove it here or there`;
    return { origin: place, key: `${key}.${name}`, message };
  });
}

function explain({ override, key }: PlacedOverride): string {
  return `has no effect, because ${key} (${describePlace(override.files.origin)}) has the same files`;
}

type Value = readonly [name: string, value: Originated<unknown>];

function valuesOf(override: Override): readonly Value[] {
  const rules = knownSmells.flatMap(({ id }): readonly Value[] => {
    const settings = settingsOf(override.rules, id).map(
      ([key, value]): Value => [`rules.${id}.${key}`, value],
    );
    const enabled = override.rules.enabled.get(id);
    return settings.length > 0 || !enabled ? settings : [[`rules.${id}`, enabled]];
  });
  const gates = gateNames.flatMap((gate): readonly Value[] => {
    const given = givenGate(override, gate);
    return given ? [[`gates.${gate}`, given]] : [];
  });
  return [...rules, ...gates];
}
