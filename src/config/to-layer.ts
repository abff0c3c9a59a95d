import type { Connection, Goal } from '../model/profile.ts';
import type { ConnectionInput } from './connection-schema.ts';
import type { KeyPath } from './key-path.ts';
import type { FeedbackValues, OriginAt, Originated, Override, ProfileLayer } from './profile-layer.ts';
import type { ProfileInput } from './profile-schema.ts';
import type { YamlTree } from './read-yaml.ts';
import { toGateValues } from './to-gate-values.ts';
import { toRuleValues } from './to-rule-values.ts';
import { readSwitch } from './value-schemas.ts';

type Patterns = string | readonly string[] | null | undefined;

/** What a checked profile file says, each value with its place. */
export function toLayer(input: ProfileInput, tree: YamlTree, source: string): ProfileLayer {
  const originAt: OriginAt = (path) => ({ source, line: tree.keyPosition(path).line });
  const extended = input.extends;
  return {
    source,
    extends: extended === undefined ? null : { name: extended, position: tree.valuePosition(['extends']) },
    rules: toRuleValues(input.rules, ['rules'], originAt),
    gates: toGateValues(input.gates, ['gates'], originAt),
    exclude: toPatterns(input.files?.exclude, ['files', 'exclude'], originAt),
    include: toPatterns(input.files?.include, ['files', 'include'], originAt),
    unmeasured: originate(input.files?.unmeasured, ['files', 'unmeasured'], originAt),
    overrides: toOverrides(input, originAt),
    goals: toGoals(input, originAt),
    feedback: toFeedback(input, originAt),
    newSuppressions: originate(input.suppressions?.new, ['suppressions', 'new'], originAt),
    connections: toConnections(input, originAt),
  };
}

function originate<T>(value: T | undefined, path: KeyPath, originAt: OriginAt): Originated<T> | undefined {
  return value === undefined ? undefined : { value, origin: originAt(path) };
}

function toPatterns(patterns: Patterns, path: KeyPath, originAt: OriginAt): Originated<string>[] {
  if (typeof patterns === 'string') return [{ value: patterns, origin: originAt(path) }];
  return (patterns ?? []).map((value, index) => ({ value, origin: originAt([...path, index]) }));
}

function toOverrides({ overrides }: ProfileInput, originAt: OriginAt): Override[] {
  return (overrides ?? []).map(({ files, rules, gates }, index) => {
    const path = ['overrides', index];
    return {
      files: { value: [files].flat(), origin: originAt([...path, 'files']) },
      rules: toRuleValues(rules, [...path, 'rules'], originAt),
      gates: toGateValues(gates, [...path, 'gates'], originAt),
    };
  });
}

function toGoals({ goals }: ProfileInput, originAt: OriginAt): Originated<Goal>[] {
  return (goals ?? []).map(({ files, goal, note }, index) => ({
    value: { files: [files].flat(), goal, note: note ?? null },
    origin: originAt(['goals', index, 'goal']),
  }));
}

function toFeedback({ feedback }: ProfileInput, originAt: OriginAt): FeedbackValues {
  const at = (...path: readonly string[]) => ['feedback', ...path];
  return {
    insightsReport: originateSwitch(feedback?.['insights-report'], at('insights-report'), originAt),
    ...toAnnotations(feedback?.annotations, at('annotations'), originAt),
    buildStatus: originateSwitch(feedback?.['build-status'], at('build-status'), originAt),
    comment: originate(feedback?.comment, at('comment'), originAt),
  };
}

type AnnotationsInput = NonNullable<ProfileInput['feedback']>['annotations'];

/** A switch by itself stands for both kinds of findings; uncovered lines are asked for by name, and off with all. */
function toAnnotations(annotations: AnnotationsInput, path: KeyPath, originAt: OriginAt) {
  if (typeof annotations !== 'object') {
    const both = originateSwitch(annotations, path, originAt);
    return {
      degradations: both,
      improvements: both,
      uncoveredLines: both?.value === false ? both : undefined,
    };
  }
  return {
    degradations: originateSwitch(annotations.degradations, [...path, 'degradations'], originAt),
    improvements: originateSwitch(annotations.improvements, [...path, 'improvements'], originAt),
    uncoveredLines: originateSwitch(annotations['uncovered-lines'], [...path, 'uncovered-lines'], originAt),
  };
}

function originateSwitch(value: unknown, path: KeyPath, originAt: OriginAt): Originated<boolean> | undefined {
  return originate(readSwitch(value) ?? undefined, path, originAt);
}

function toConnections(
  { connections }: ProfileInput,
  originAt: OriginAt,
): Map<string, Originated<Connection>> {
  return new Map(
    Object.entries(connections ?? {}).map(([name, input]) => [
      name,
      { value: toConnection(input), origin: originAt(['connections', name]) },
    ]),
  );
}

function toConnection(input: ConnectionInput): Connection {
  return {
    type: input.type,
    url: input.url ?? null,
    tokenVariable: ('token-variable' in input && input['token-variable']) || null,
    emailVariable: ('email-variable' in input && input['email-variable']) || null,
  };
}
