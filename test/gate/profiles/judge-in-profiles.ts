import { evaluateGates } from '../../../src/gate/index.ts';
import { type GateName, gateNames } from '../../../src/model/profile.ts';
import type { FileReport, GateResult, GateStatus } from '../../../src/model/report.ts';
import { resolveText } from '../../config/create-files.ts';

export const profileNames = ['bare-minimum', 'clean-code-collective', 'pay-down-tech-debt'] as const;
export type ProfileName = (typeof profileNames)[number];

/** The verdict of a gate in bare-minimum, clean-code-collective and pay-down-tech-debt. */
export type Verdicts = readonly [bareMinimum: GateStatus, cleanCode: GateStatus, payDown: GateStatus];

/** Given this profile text below `extends`, when the change is this, then the gate says so in each profile. */
export interface Case {
  readonly given?: string;
  /** What stands below `extends: <profile>`; nothing by default. */
  readonly profile?: string;
  readonly when: string;
  readonly files: readonly FileReport[];
  readonly verdict: Verdicts;
}

/** The verdicts of all gates by a profile that extends a built-in one, read as a file is read. */
export async function judgeIn(
  profile: ProfileName,
  files: readonly FileReport[],
  text = '',
): Promise<readonly GateResult[]> {
  const resolved = await resolveText(`version: 1\nextends: ${profile}\n${text}`);
  return evaluateGates({ files, profile: resolved });
}

/** The verdict of one gate in each built-in profile. */
export async function statusIn(gate: GateName, { files, profile }: Case): Promise<readonly string[]> {
  const all = await Promise.all(profileNames.map((name) => judgeIn(name, files, profile)));
  return all.map((results) => results[gateNames.indexOf(gate)]?.status ?? 'missing');
}

const each = (status: GateStatus): Verdicts => [status, status, status];
/** On in every profile. */
export const passes = each('passed');
export const fails = each('failed');
export const saysNothing = each('not-applicable');
/** On from clean-code-collective. */
export const passesStricter: Verdicts = ['off', 'passed', 'passed'];
export const failsStricter: Verdicts = ['off', 'failed', 'failed'];
export const saysNothingStricter: Verdicts = ['off', 'not-applicable', 'not-applicable'];
/** On in pay-down-tech-debt alone. */
export const passesStrictest: Verdicts = ['off', 'off', 'passed'];
export const failsStrictest: Verdicts = ['off', 'off', 'failed'];
export const saysNothingStrictest: Verdicts = ['off', 'off', 'not-applicable'];
export const isOff = each('off');
