import { evaluateGates } from '../../src/gate/index.ts';
import type { DeltaFinding } from '../../src/model/finding.ts';
import { type GateSettings, type Goal, gateNames } from '../../src/model/profile.ts';
import type { FileReport, GateResult } from '../../src/model/report.ts';

/** A modified file that the change left as healthy as it was. */
export function createFile(differences: Partial<FileReport> = {}): FileReport {
  return {
    path: 'src/a.ts',
    oldPath: null,
    change: 'modified',
    hotspot: false,
    goal: null,
    oldScore: 9,
    oldScoreWithMoves: null,
    newScore: 9,
    scoreBreakdown: null,
    findings: [],
    unchanged: [],
    moved: [],
    coverage: null,
    functions: [],
    ...differences,
  };
}

/** An introduced finding of a critical rule. */
export function createFinding(differences: Partial<DeltaFinding> = {}): DeltaFinding {
  return {
    smell: 'bumpy-road-ahead',
    name: 'Bumpy Road Ahead',
    severity: 'critical',
    function: 'settle',
    line: 12,
    endLine: 40,
    measured: 3,
    limit: 1,
    message: 'settle has 3 bumps, limit 1.',
    changeType: 'introduced',
    before: null,
    otherSide: null,
    ...differences,
  };
}

export const allOff: GateSettings = {
  'hotspot-decline': false,
  'code-health-decline': false,
  'new-code-health': false,
  'critical-rules': false,
  'advisory-rules': false,
  'refactoring-goals': false,
  'supervise-goals': false,
  coverage: false,
};

export const allOn: GateSettings = {
  'hotspot-decline': { maxDecline: 0 },
  'code-health-decline': { maxDecline: 0 },
  'new-code-health': { minScore: 9 },
  'critical-rules': { smells: null },
  'advisory-rules': { smells: null },
  'refactoring-goals': true,
  'supervise-goals': true,
  coverage: { minNewAndChangedLines: 80, minExecutableLines: 10 },
};

interface Given {
  readonly gates: GateSettings;
  /** Gates for paths that an override matches. */
  readonly overridden?: Readonly<Record<string, GateSettings>>;
  readonly goals?: Readonly<Record<string, Goal['goal']>>;
}

/** The verdicts on files. */
export function judge(
  files: readonly FileReport[],
  { gates, overridden = {}, goals = {} }: Given,
): GateResult[] {
  const goalFor = (path: string): Goal | null => {
    const goal = goals[path];
    return goal === undefined ? null : { files: [path], goal, note: null };
  };
  return evaluateGates({ files, profile: { gates, gatesFor: (path) => overridden[path] ?? gates, goalFor } });
}

/** The verdict of one gate that alone is on. */
export function judgeOne<N extends keyof GateSettings>(
  gate: N,
  settings: GateSettings[N],
  {
    files,
    goals = {},
  }: { readonly files: readonly FileReport[]; readonly goals?: NonNullable<Given['goals']> },
): GateResult {
  const results = judge(files, { gates: { ...allOff, [gate]: settings }, goals });
  const result = results[gateNames.indexOf(gate)];
  if (result?.gate !== gate) throw new Error(`${gate} is not where gateNames has it`);
  return result;
}
