import { type GateName, gateNames } from '../../model/profile.ts';
import { declaredRules } from '../declared-rules.ts';
import { knownSmells } from '../known-smells.ts';
import type { GateValues, Originated, RuleValues } from '../profile-layer.ts';
import type { AllGates, GateSet } from './gate-sets.ts';
import type { RuleSet, RuleState } from './rule-sets.ts';

/**
 * In CodeScene's files the first rule set that matches a path wins whole; overrides of ours win key by key. So an
 * override has to state what its set says, or leaves at the default, wherever something below it says otherwise.
 * Where everything below agrees, stating it again would change nothing and only keep a profile that extends these
 * files from changing it.
 */

/** What an override of one set has to state about rules. */
export function statedRules(set: RuleSet, below: readonly RuleSet[]): RuleValues {
  const values = { enabled: new Map(), severity: new Map(), weight: new Map(), limits: new Map() };
  for (const { id } of knownSmells) {
    const state = stateOf(set, id);
    const others = statesBelow(below, id);
    const { weight, limits } = numbersToState(state, others);
    if (weight === null && limits.length === 0 && others.every((other) => isOn(other) === isOn(state)))
      continue;
    values.enabled.set(id, state.enabled);
    if (weight !== null) values.weight.set(id, weight);
    for (const [name, limit] of limits) values.limits.set(`${id}.${name}`, limit);
  }
  return values;
}

/** A rule that is off has no numbers worth stating. */
function numbersToState(state: RuleState, others: readonly RuleState[]) {
  const numbers = others.filter(isOn);
  if (!isOn(state)) return { weight: null, limits: [] };
  const differs = (value: number, read: (other: RuleState) => number | undefined) =>
    numbers.some((other) => read(other) !== value);
  return {
    weight: differs(state.weight.value, (other) => other.weight.value) ? state.weight : null,
    limits: [...state.limits].filter(([name, { value }]) =>
      differs(value, (other) => other.limits.get(name)?.value),
    ),
  };
}

const isOn = ({ enabled }: RuleState): boolean => enabled.value;

/** The states that would show through: those of the sets below, and the default behind them. */
function statesBelow(below: readonly RuleSet[], id: string): readonly RuleState[] {
  const states = below.map((set) => stateOf(set, id));
  const last = below.at(-1);
  const isCovered = last?.files === 'every file' && isOn(stateOf(last, id));
  return isCovered ? states : [...states, defaultStates.get(id) as RuleState];
}

function stateOf({ rules }: Pick<RuleSet, 'rules'>, id: string): RuleState {
  return rules.get(id) ?? (defaultStates.get(id) as RuleState);
}

const defaultStates: ReadonlyMap<string, RuleState> = new Map(
  knownSmells.map(({ id }) => {
    const limits = [...declaredRules.limits].filter(([name]) => name.startsWith(`${id}.`));
    return [
      id,
      {
        enabled: declaredRules.enabled.get(id) as Originated<boolean>,
        weight: declaredRules.weight.get(id) as Originated<number>,
        limits: new Map(limits.map(([name, limit]) => [name.slice(id.length + 1), limit])),
      },
    ];
  }),
);

/** What an override of one set has to state about gates; the last set below is for every file. */
export function statedGates({ gates }: GateSet, below: readonly GateSet[]): GateValues {
  const stated = gateNames.filter((gate) => below.some((set) => !isSame(set.gates, gates, gate)));
  return Object.fromEntries(stated.map((gate) => [gate, gates[gate]]));
}

function isSame(a: AllGates, b: AllGates, gate: GateName): boolean {
  return JSON.stringify(a[gate].value) === JSON.stringify(b[gate].value);
}
