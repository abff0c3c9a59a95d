import { type GateName, type GateSettings, gateNames, type ProfileValue } from '../model/profile.ts';
import { limitKey } from '../smells/limit-key.ts';
import { knownSmells } from './known-smells.ts';
import type { GateValues, Originated, Override, ProfileLayer, RuleValues } from './profile-layer.ts';
import { originatedConnections } from './resolve-connections.ts';
import { originatedFeedback } from './resolve-feedback.ts';
import { firstGiven, resolveRule } from './resolve-scopes.ts';

type Layers = readonly ProfileLayer[];

/** Every value of a resolved profile with its place, in the order of the profile file. */
export function collectValues(layers: Layers): ProfileValue[] {
  return [
    ...gateNames.map((gate) =>
      gateValue(
        `gates.${gate}`,
        firstGiven(layers, ({ gates }) => given(gates, gate)),
      ),
    ),
    ...knownSmells.flatMap(({ id }) => ruleValues(layers, id)),
    ...layers.flatMap(({ exclude }) => exclude).map((pattern) => shown('files.exclude', pattern)),
    ...layers.flatMap(({ include }) => include).map((pattern) => shown('files.include', pattern)),
    shown(
      'files.unmeasured',
      firstGiven(layers, ({ unmeasured }) => unmeasured),
    ),
    ...layers.flatMap(({ overrides }) => overrides).flatMap(overrideValues),
    ...goalValues(layers),
    ...feedbackValues(layers),
    shown(
      'suppressions.new',
      firstGiven(layers, ({ newSuppressions }) => newSuppressions),
    ),
    ...connectionValues(layers),
  ];
}

function shown<T extends ProfileValue['value']>(key: string, { value, origin }: Originated<T>): ProfileValue {
  return { key, value, origin };
}

type AnyGate = GateSettings[GateName];

function given(gates: GateValues, gate: GateName): Originated<AnyGate> | undefined {
  return gates[gate];
}

/** Gates that are on with settings are shown as `key: setting` pairs in the file's spelling. */
function gateValue(key: string, { value, origin }: Originated<AnyGate>): ProfileValue {
  return { key, value: typeof value === 'boolean' ? value : describeGate(value), origin };
}

function describeGate(settings: Exclude<AnyGate, boolean>): true | string | readonly string[] {
  if ('smells' in settings) return settings.smells ?? true;
  return Object.entries(settings)
    .map(([name, value]) => `${limitKey(name)}: ${value}`)
    .join(', ');
}

function ruleValues(layers: Layers, id: string): ProfileValue[] {
  const { enabled, severity, weight, limits } = resolveRule(layers, id);
  const key = `rules.${id}`;
  return [
    shown(`${key}.enabled`, enabled),
    shown(`${key}.severity`, severity),
    shown(`${key}.weight`, weight),
    ...limits.map(([name, limit]) => shown(`${key}.${limitKey(name)}`, limit)),
  ];
}

function overrideValues({ files, rules, gates }: Override, index: number): ProfileValue[] {
  const key = `overrides[${index}]`;
  return [
    shown(`${key}.files`, files),
    ...givenRuleValues(`${key}.rules`, rules),
    ...gateNames.flatMap((gate) => {
      const value = given(gates, gate);
      return value ? [gateValue(`${key}.gates.${gate}`, value)] : [];
    }),
  ];
}

function givenRuleValues(key: string, { enabled, severity, weight, limits }: RuleValues): ProfileValue[] {
  return [
    ...[...enabled].map(([id, value]) => shown(`${key}.${id}.enabled`, value)),
    ...[...severity].map(([id, value]) => shown(`${key}.${id}.severity`, value)),
    ...[...weight].map(([id, value]) => shown(`${key}.${id}.weight`, value)),
    ...[...limits].map(([name, value]) => shown(`${key}.${limitKey(name)}`, value)),
  ];
}

function goalValues(layers: Layers): ProfileValue[] {
  return layers
    .flatMap(({ goals }) => goals)
    .flatMap(({ value: { files, goal, note }, origin }, index) => {
      const key = `goals[${index}]`;
      const values = [
        { key: `${key}.files`, value: files, origin },
        { key: `${key}.goal`, value: goal, origin },
      ];
      return note === null ? values : [...values, { key: `${key}.note`, value: note, origin }];
    });
}

function feedbackValues(layers: Layers): ProfileValue[] {
  const { insightsReport, degradations, improvements, uncoveredLines, buildStatus, comment } =
    originatedFeedback(layers);
  return [
    shown('feedback.insights-report', insightsReport),
    shown('feedback.annotations.degradations', degradations),
    shown('feedback.annotations.improvements', improvements),
    shown('feedback.annotations.uncovered-lines', uncoveredLines),
    shown('feedback.build-status', buildStatus),
    shown('feedback.comment', comment),
  ];
}

function connectionValues(layers: Layers): ProfileValue[] {
  return originatedConnections(layers).flatMap(([name, { value, origin }]) => {
    const written = [
      ['type', value.type],
      ['url', value.url],
      ['token-variable', value.tokenVariable],
      ['email-variable', value.emailVariable],
    ] as const;
    return written.flatMap(([key, text]) =>
      text === null ? [] : [{ key: `connections.${name}.${key}`, value: text, origin }],
    );
  });
}
