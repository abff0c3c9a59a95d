import { type GateName, type GateSettings, gateNames, type ValueOrigin } from '../model/profile.ts';
import type { GatesInput } from './gate-schema.ts';
import type { KeyPath } from './key-path.ts';
import { smellIdOf } from './known-smells.ts';
import type { GateValues, OriginAt } from './profile-layer.ts';
import { readSwitch } from './value-schemas.ts';

/** What `true` means for a gate with settings. */
const defaultMaxDecline = 0;
const defaultMinScore = 9;
const defaultCoverage = { minNewAndChangedLines: 80, minExecutableLines: 10 };

type Reader<N extends keyof GateSettings> = (input: NonNullable<GatesInput[N]>) => GateSettings[N];

function readMaxDecline(input: NonNullable<GatesInput['hotspot-decline']>): GateSettings['hotspot-decline'] {
  if (typeof input === 'object') return { maxDecline: input['max-decline'] ?? defaultMaxDecline };
  return readSwitch(input) === true && { maxDecline: defaultMaxDecline };
}

function readMinScore(input: NonNullable<GatesInput['new-code-health']>): GateSettings['new-code-health'] {
  if (typeof input === 'object') return { minScore: input['min-score'] ?? defaultMinScore };
  return readSwitch(input) === true && { minScore: defaultMinScore };
}

function readSmells(input: NonNullable<GatesInput['critical-rules']>): GateSettings['critical-rules'] {
  if (typeof input === 'object')
    return { smells: [...new Set(input.map((word) => smellIdOf(word) ?? word))] };
  return readSwitch(input) === true && { smells: null };
}

function readCoverage(input: NonNullable<GatesInput['coverage']>): GateSettings['coverage'] {
  if (typeof input === 'object') {
    return {
      minNewAndChangedLines: input['min-new-and-changed-lines'] ?? defaultCoverage.minNewAndChangedLines,
      minExecutableLines: input['min-executable-lines'] ?? defaultCoverage.minExecutableLines,
    };
  }
  return readSwitch(input) === true && defaultCoverage;
}

const readGoalSwitch = (input: NonNullable<GatesInput['refactoring-goals']>): boolean =>
  readSwitch(input) === true;

const readers: { readonly [N in keyof GateSettings]: Reader<N> } = {
  'hotspot-decline': readMaxDecline,
  'code-health-decline': readMaxDecline,
  'new-code-health': readMinScore,
  'critical-rules': readSmells,
  'advisory-rules': readSmells,
  'refactoring-goals': readGoalSwitch,
  'supervise-goals': readGoalSwitch,
  coverage: readCoverage,
};

/** The values of a checked `gates` section. `true`, and a setting that is left out, are the gate's defaults. */
export function toGateValues(
  gates: GatesInput | null | undefined,
  path: KeyPath,
  originAt: OriginAt,
): GateValues {
  const values: GateValues = {};
  for (const gate of gateNames) Object.assign(values, readGate(gate, gates ?? {}, originAt([...path, gate])));
  return values;
}

function readGate<N extends GateName>(gate: N, gates: GatesInput, origin: ValueOrigin): GateValues {
  const written = gates[gate];
  if (written === undefined) return {};
  const read: Reader<N> = readers[gate];
  return { [gate]: { value: read(written), origin } };
}
