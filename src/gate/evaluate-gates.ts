import { type GateName, gateNames, type Profile } from '../model/profile.ts';
import type { FileReport, GateResult } from '../model/report.ts';
import { advisoryRules } from './advisory-rules.ts';
import { codeHealthDecline } from './code-health-decline.ts';
import { compareConditions } from './compare-conditions.ts';
import { coverage } from './coverage.ts';
import { criticalRules } from './critical-rules.ts';
import type { ActiveSettings, Gate } from './gate.ts';
import { hotspotDecline } from './hotspot-decline.ts';
import { newCodeHealth } from './new-code-health.ts';
import { refactoringGoals } from './refactoring-goals.ts';
import { superviseGoals } from './supervise-goals.ts';

const gates: { readonly [N in GateName]: Gate<N> } = {
  'hotspot-decline': hotspotDecline,
  'code-health-decline': codeHealthDecline,
  'new-code-health': newCodeHealth,
  'critical-rules': criticalRules,
  'advisory-rules': advisoryRules,
  'refactoring-goals': refactoringGoals,
  'supervise-goals': superviseGoals,
  coverage,
};

type GateProfile = Pick<Profile, 'gates' | 'gatesFor' | 'goalFor'>;

/** What the gates judge: the changed files and the profile in force. */
export interface GateInput {
  readonly files: readonly FileReport[];
  readonly profile: GateProfile;
}

/**
 * The verdict of every gate, in the order of `gateNames`. A gate is `off` where the profile has it off for the
 * repository and for every changed file, `not-applicable` where no changed file is one that it judges.
 */
export function evaluateGates({ files, profile }: GateInput): GateResult[] {
  return gateNames.map((name) => evaluateGate(name, files, profile));
}

function evaluateGate<N extends GateName>(
  name: N,
  files: readonly FileReport[],
  profile: GateProfile,
): GateResult {
  const gate: Gate<N> = gates[name];
  const active = files.flatMap((file) => {
    const settings = profile.gatesFor(file.path)[name];
    return settings === false ? [] : [{ file, settings: settings as ActiveSettings<N> }];
  });
  const isOff = active.length === 0 && profile.gates[name] === false;
  if (isOff) return { gate: name, status: 'off', conditions: [] };
  const verdicts =
    'judge' in gate
      ? active.map(({ file, settings }) => gate.judge(file, settings, profile))
      : bySettings(active).map(({ files: together, settings }) => gate.judgeTogether(together, settings));
  const judged = verdicts.filter((verdict) => verdict !== null);
  if (judged.length === 0) return { gate: name, status: 'not-applicable', conditions: [] };
  const conditions = judged.flat().sort(compareConditions);
  return { gate: name, status: conditions.length > 0 ? 'failed' : 'passed', conditions };
}

/** Files under equal settings together, wherever these were written. */
function bySettings<S>(active: readonly { readonly file: FileReport; readonly settings: S }[]) {
  const groups = new Map<string, { readonly files: FileReport[]; readonly settings: S }>();
  for (const { file, settings } of active) {
    const key = JSON.stringify(settings);
    const group = groups.get(key) ?? { files: [], settings };
    group.files.push(file);
    groups.set(key, group);
  }
  return [...groups.values()];
}
