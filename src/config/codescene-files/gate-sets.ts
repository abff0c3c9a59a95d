import { type GateName, type GateSettings, gateNames, type ValueOrigin } from '../../model/profile.ts';
import { nearest } from '../../text/nearest.ts';
import type { BuiltInName } from '../built-in/names.ts';
import { builtInLayers } from '../built-in-profiles.ts';
import type { KeyPath } from '../key-path.ts';
import type { GateValues } from '../profile-layer.ts';
import { resolveGates } from '../resolve-scopes.ts';
import {
  type GateKey,
  type GateSetInput,
  type GateSwitches,
  type GatesFileInput,
  gateKeys,
} from './file-schemas.ts';
import { type JsonFile, originIn, quoted, warn, warnAboutUnknownKeys } from './json-file.ts';
import { readSetFiles, type SetFiles } from './path-pattern.ts';

export type AllGates = Required<GateValues>;

/** A rule set with every gate of ours. */
export interface GateSet {
  readonly files: SetFiles;
  readonly gates: AllGates;
}

/** The profile with all gates on. */
const strictest = 'pay-down-tech-debt';
/** What counts as healthy new code there: a new file without any penalty. */
const healthyNewCode = { minScore: 10 };

/** Our gates behind CodeScene's keys; `null` where there is none. It has no key for code-health-decline. */
const gateOf: Readonly<Record<GateKey, GateName | null>> = {
  hotspot_decline: 'hotspot-decline',
  critical_health_rules: 'critical-rules',
  advisory_health_rules: 'advisory-rules',
  new_code_health: 'new-code-health',
  refactoring_goals: 'refactoring-goals',
  supervise_goals: 'supervise-goals',
  codeowners_for_critical_code: null,
};

/** CodeScene's profiles by name, folded: its older texts put "the" before some of them. */
const namedProfiles: Readonly<Record<string, BuiltInName>> = {
  'bare-minimum': 'bare-minimum',
  'clean-code-collective': 'clean-code-collective',
  'pay-down-tech-debt': 'pay-down-tech-debt',
  'extra-mile': 'pay-down-tech-debt',
};
const profileNames = ['the-bare-minimum', 'clean-code-collective', 'pay-down-tech-debt', 'the-extra-mile'];

/**
 * The rule sets of a checked file, in order. The last one is for every file: where none of the file matches, all
 * gates are on.
 */
export function readGateSets(file: JsonFile, input: GatesFileInput): GateSet[] {
  warnAboutUnknownKeys(file, { data: input, path: [], known: ['rule_sets'] });
  const sets: GateSet[] = [];
  for (const [index, written] of (input.rule_sets ?? []).entries()) {
    const path = ['rule_sets', index];
    if (sets.at(-1)?.files === 'every file') {
      warn(file, path, 'this rule set is never reached: one before it matches every file');
      continue;
    }
    warnAboutUnknownKeys(file, { data: written, path, known: ['matching_content_path', 'quality_gates'] });
    const files = readSetFiles(file, index, written.matching_content_path);
    if (files !== null) sets.push({ files, gates: readGates(file, index, written) });
  }
  if (sets.at(-1)?.files === 'every file') return sets;
  return [
    ...sets,
    { files: 'every file', gates: originateAll(gatesOf(strictest), { source: file.source, line: null }) },
  ];
}

function readGates(file: JsonFile, index: number, { quality_gates: written }: GateSetInput): AllGates {
  const path = ['rule_sets', index, 'quality_gates'];
  const origin = originIn(file, path);
  if (written === undefined) return originateAll(gatesOf(strictest), origin);
  if (typeof written === 'string') return originateAll(gatesOf(readName(file, path, written)), origin);
  warnAboutUnknownKeys(file, { data: written, path, known: gateKeys });
  const allOn = { ...gatesOf(strictest), 'code-health-decline': false } as const;
  const switched = gateKeys.map((key) => readSwitch(file, [...path, key], { key, written, allOn }));
  return Object.assign(originateAll(allOn, origin), ...switched);
}

/** What one key says; nothing where it is left out, and then its gate is on. */
function readSwitch(
  file: JsonFile,
  path: KeyPath,
  {
    key,
    written,
    allOn,
  }: { readonly key: GateKey; readonly written: GateSwitches; readonly allOn: GateSettings },
): GateValues {
  const value = written[key];
  const gate = gateOf[key];
  if (value === undefined) return {};
  const isOn = value === true || value === 'true';
  if (gate === null && isOn) {
    warn(file, path, `${key} cannot be honoured: owners of code are not looked at here`);
  }
  return gate === null ? {} : { [gate]: { value: isOn && allOn[gate], origin: originIn(file, path) } };
}

function readName(file: JsonFile, path: KeyPath, written: string): BuiltInName {
  const name = written
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-?(?:the-)?|-$/g, '');
  if (Object.hasOwn(namedProfiles, name)) return namedProfiles[name] ?? strictest;
  const suggestion = nearest(written, profileNames);
  warn(file, path, `there is no profile ${quoted(written)}, so all gates are on`, suggestion);
  return strictest;
}

/** The gates of a built-in profile, with CodeScene's own idea of healthy new code. */
function gatesOf(name: BuiltInName): GateSettings {
  const gates = resolveGates(builtInLayers(name));
  return { ...gates, 'new-code-health': gates['new-code-health'] && healthyNewCode };
}

function originateAll(gates: GateSettings, origin: ValueOrigin): AllGates {
  const entries = gateNames.map((gate) => [gate, { value: gates[gate], origin }]);
  return Object.fromEntries(entries) as AllGates;
}
