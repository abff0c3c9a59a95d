import { configurationError } from '../configuration-error.ts';
import type { Override, ProfileLayer, RuleValues } from '../profile-layer.ts';
import { codesceneFilesName } from '../profile-path.ts';
import type { CodesceneFiles } from './find-codescene-files.ts';
import type { GateSet } from './gate-sets.ts';
import { type CodesceneSettings, readCodesceneFiles } from './read-codescene-files.ts';
import type { RuleSet } from './rule-sets.ts';
import { statedGates, statedRules } from './stated-values.ts';

const noRules: RuleValues = {
  enabled: new Map(),
  severity: new Map(),
  weight: new Map(),
  limits: new Map(),
};

const hint =
  'Correct it as CodeScene documents it, or write a quality profile, .codescene/quality-profile.yml, which is read in its place.';

/**
 * CodeScene's own files as a profile file that says the same.
 * @throws {ConfigurationError} listing every problem of both files
 */
export function codesceneLayer(files: CodesceneFiles): ProfileLayer {
  const settings = readCodesceneFiles(files);
  if (settings.wrong.length > 0) throw configurationError(settings.wrong, hint);
  return toCodesceneLayer(settings);
}

/**
 * What CodeScene's own files say as a profile file. What holds for every file are its own rules and gates, every other
 * rule set is an override. It extends nothing: where there is no file with gates, those of the default profile hold.
 */
export function toCodesceneLayer({ paths, ruleSets, gateSets, warnings }: CodesceneSettings): ProfileLayer {
  const rulesElse = ruleSets.find((set) => set.files === 'every file');
  const gatesElse = gateSets.find((set) => set.files === 'every file');
  return {
    source: codesceneFilesName,
    files: paths,
    extends: null,
    rules: rulesElse ? statedRules(rulesElse, []) : noRules,
    gates: gatesElse?.gates ?? {},
    exclude: [],
    include: [],
    unmeasured: undefined,
    overrides: [...ruleSets.flatMap(ruleOverride), ...gateSets.flatMap(gateOverride)],
    goals: [],
    feedback: {
      insightsReport: undefined,
      degradations: undefined,
      improvements: undefined,
      uncoveredLines: undefined,
      buildStatus: undefined,
      comment: undefined,
    },
    newSuppressions: undefined,
    connections: new Map(),
    warnings,
  };
}

function ruleOverride(set: RuleSet, index: number, sets: readonly RuleSet[]): Override[] {
  if (set.files === 'every file') return [];
  const rules = statedRules(set, sets.slice(index + 1));
  if (rules.enabled.size === 0) return [];
  return [{ files: { ...set.files, value: [set.files.value] }, rules, gates: {} }];
}

function gateOverride(set: GateSet, index: number, sets: readonly GateSet[]): Override[] {
  if (set.files === 'every file') return [];
  const gates = statedGates(set, sets.slice(index + 1));
  if (Object.keys(gates).length === 0) return [];
  return [{ files: { ...set.files, value: [set.files.value] }, rules: noRules, gates }];
}
