import type { Goal, ValueOrigin } from '../../model/profile.ts';
import type { Originated, ProfileLayer } from '../profile-layer.ts';
import { describePlace, type ProfileWarning } from './describe-warning.ts';
import { covers, isNoProfileFile } from './profile-scopes.ts';

type Layers = readonly ProfileLayer[];

/** Goals that no file can have, goals that no gate judges, and gates that have no goal to judge. */
export function warnOfGoals(layers: Layers): readonly ProfileWarning[] {
  const goals = placeGoals(layers);
  return [
    ...goals.flatMap((goal, index) => warnOfGoal(goal, goals.slice(0, index), goals.slice(index + 1))),
    ...kinds.flatMap((kind) => warnOfGate(kind, goals, layers)),
  ];
}

const kinds = [
  { goal: 'refactor', gate: 'refactoring-goals' },
  { goal: 'supervise', gate: 'supervise-goals' },
] as const;

interface PlacedGoal extends Originated<Goal> {
  readonly key: string;
}

function placeGoals(layers: Layers): readonly PlacedGoal[] {
  return layers.flatMap(({ goals }) => goals.map((goal, index) => ({ ...goal, key: `goals[${index}]` })));
}

function warnOfGoal(
  { key, value, origin }: PlacedGoal,
  earlier: readonly PlacedGoal[],
  later: readonly PlacedGoal[],
): readonly ProfileWarning[] {
  const first = earlier.find((goal) => covers(goal.value.files, value.files));
  if (first) {
    const place = `${first.key} (${describePlace(first.origin)})`;
    const message = `has no effect, because ${place} stands before it and has the same files: remove one of them, or put this one first`;
    return [{ origin, key, message }];
  }
  if (value.goal !== 'no-goal' || later.length > 0) return [];
  const message =
    'has no effect, because no goal stands behind it: put it before the goal that it takes files out of, or remove it';
  return [{ origin, key, message }];
}

function warnOfGate(
  { goal, gate }: (typeof kinds)[number],
  goals: readonly PlacedGoal[],
  layers: Layers,
): readonly ProfileWarning[] {
  const first = goals.find(({ value }) => value.goal === goal);
  const switches = [...layers.flatMap(({ overrides }) => overrides), ...layers].flatMap(({ gates }) =>
    gates[gate] ? [gates[gate]] : [],
  );
  const general = layers.find(({ gates }) => gates[gate])?.gates[gate];
  const isOn =
    general?.value === true ||
    layers.some(({ overrides }) => overrides.some(({ gates }) => gates[gate]?.value));
  if (first && !isOn) return [warnOfUnjudged(first, gate, general?.origin)];
  const on = switches.find(({ value }) => value);
  if (first || !isOn || !on) return [];
  const origin = originInFile(on.origin, layers);
  if (!origin) return [];
  const message = `is on and judges nothing, because no file has the goal "${goal}": add one under "goals", or switch the gate off`;
  return [{ origin, key: `gates.${gate}`, message }];
}

function warnOfUnjudged(
  { key, value, origin }: PlacedGoal,
  gate: string,
  switchedOff: ValueOrigin | undefined,
): ProfileWarning {
  const place = switchedOff ? ` (${describePlace(switchedOff)})` : '';
  const message = `is shown and fails no change, because the gate ${gate} is off${place}: switch it on under "gates" for "${value.goal}" to be held`;
  return { origin, key: `${key}.goal`, message };
}

/** Where a reader can change a value: its own place, or the line that extends a built-in profile; else `null`. */
function originInFile(origin: ValueOrigin, layers: Layers): ValueOrigin | null {
  if (!isNoProfileFile(origin)) return origin;
  const last = layers.findLast((layer) => !isNoProfileFile(layer));
  return last ? { source: last.source, line: last.extends?.position.line ?? null } : null;
}
