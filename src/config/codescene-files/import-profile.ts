import { Document, isCollection, isMap, isScalar, type YAMLMap } from 'yaml';
import type { GateName, GateSettings, ValueOrigin } from '../../model/profile.ts';
import { gateNames } from '../../model/profile.ts';
import { limitKey } from '../../smells/limit-key.ts';
import { builtInLayers, defaultProfileName, listBuiltInProfiles } from '../built-in-profiles.ts';
import { knownSmells } from '../known-smells.ts';
import type { GateValues, ProfileLayer, RuleValues } from '../profile-layer.ts';
import { resolveGates } from '../resolve-scopes.ts';
import { codesceneLayer } from './codescene-layer.ts';
import { type CodesceneFiles, namesOf } from './find-codescene-files.ts';

/**
 * Writes CodeScene's own files as the text of a quality profile that says the same of every path, with a comment on
 * where each override comes from and on what could not be taken over.
 * @throws {ConfigurationError} listing every problem of both files
 */
export function importProfile(files: CodesceneFiles): {
  readonly text: string;
  readonly warnings: readonly string[];
} {
  const layer = codesceneLayer(files);
  const document = new Document(toInput(layer));
  comment(document, layer, files);
  return { text: `${document.toString({ lineWidth: 100 }).trimEnd()}\n`, warnings: layer.warnings ?? [] };
}

/** A layer in the shape of a profile file, in the order of its documentation; empty sections are left out. */
function toInput({ rules, gates, overrides }: ProfileLayer): object {
  const base = nearestBuiltIn(gates);
  return {
    version: 1,
    extends: base.name,
    ...section('gates', toGatesInput(base.stated)),
    ...section('rules', toRulesInput(rules)),
    ...(overrides.length === 0
      ? {}
      : {
          overrides: overrides.map((override) => ({
            files: onlyOf(override.files.value),
            ...section('rules', toRulesInput(override.rules)),
            ...section('gates', toGatesInput(override.gates)),
          })),
        }),
  };
}

/** One pattern stands by itself. */
function onlyOf(patterns: readonly string[]): string | readonly string[] {
  const [first, ...others] = patterns;
  return first !== undefined && others.length === 0 ? first : patterns;
}

function section(key: string, settings: object): object {
  return Object.keys(settings).length === 0 ? {} : { [key]: settings };
}

/** The built-in profile beside which the fewest gates have to be stated, the mildest of equals; and those gates. */
function nearestBuiltIn(gates: GateValues): { readonly name: string; readonly stated: GateValues } {
  if (Object.keys(gates).length === 0) return { name: defaultProfileName, stated: {} };
  const candidates = listBuiltInProfiles().map(({ name }) => {
    const inherited = resolveGates(builtInLayers(name));
    const differing = gateNames.filter(
      (gate) => gates[gate] && JSON.stringify(gates[gate].value) !== JSON.stringify(inherited[gate]),
    );
    return { name, stated: Object.fromEntries(differing.map((gate) => [gate, gates[gate]])) as GateValues };
  });
  const count = ({ stated }: { readonly stated: GateValues }) => Object.keys(stated).length;
  return candidates.reduce((best, next) => (count(next) < count(best) ? next : best));
}

function toGatesInput(gates: GateValues): object {
  const given = gateNames.flatMap((gate) => {
    const value = gates[gate]?.value;
    return value === undefined ? [] : [[gate, toGateInput(value)]];
  });
  return Object.fromEntries(given);
}

function toGateInput(value: GateSettings[GateName]): unknown {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if ('smells' in value) return value.smells ?? 'on';
  if ('maxDecline' in value && value.maxDecline === 0) return 'on';
  return Object.fromEntries(Object.entries(value).map(([name, number]) => [limitKey(name), number]));
}

function toRulesInput({ enabled, severity, weight, limits }: RuleValues): object {
  const given = knownSmells.flatMap(({ id }) => {
    const isOn = enabled.get(id)?.value;
    if (isOn === undefined) return [];
    const settings = {
      ...withValue('severity', severity.get(id)?.value),
      ...withValue('weight', weight.get(id)?.value),
      ...Object.fromEntries(
        [...limits]
          .filter(([name]) => name.startsWith(`${id}.`))
          .map(([name, { value }]) => [limitKey(name.slice(id.length + 1)), value]),
      ),
    };
    const hasSettings = Object.keys(settings).length > 0;
    return [[id, isOn && hasSettings ? settings : isOn ? 'on' : 'off']];
  });
  return Object.fromEntries(given);
}

function withValue(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}

function comment(document: Document, layer: ProfileLayer, files: CodesceneFiles): void {
  document.commentBefore = headerLines(layer, files)
    .map((line) => ` ${line}`)
    .join('\n');
  setFlow(document.contents);
  layer.overrides.forEach(({ files: { origin } }, index) => {
    const node = document.getIn(['overrides', index], true);
    if (isCollection(node)) node.commentBefore = ` ${describe(origin)}`;
  });
}

function describe({ source, line }: ValueOrigin): string {
  return line === null ? source : `${source}:${line}`;
}

function headerLines({ gates, overrides, warnings = [] }: ProfileLayer, files: CodesceneFiles): string[] {
  const asksForPerfectFiles = [{ gates }, ...overrides].some(
    (scope) =>
      scope.gates['new-code-health']?.value !== undefined && scope.gates['new-code-health'].value !== false,
  );
  return [
    'Quality profile of codescene-pr, imported from',
    ...namesOf(files).map((name) => `  ${name}`),
    'Where this file stands, codescene-pr reads it and not those.',
    ...(asksForPerfectFiles
      ? ['', "A new file has to score 10, as CodeScene's gate for new code asks for; 9.0 is milder."]
      : []),
    ...(files.gates === null
      ? ['', `There is no file with gates, so those of ${defaultProfileName} hold.`]
      : []),
    ...(warnings.length === 0
      ? []
      : ['', 'What could not be taken over:', ...warnings.map((text) => `- ${text}`)]),
  ];
}

/** Settings of one rule or gate, and patterns, stand on one line, as the documentation writes them. */
function setFlow(node: unknown): void {
  if (!isCollection(node)) return;
  const isPlain = isMap(node)
    ? (node as YAMLMap).items.every(({ value }) => isScalar(value) && typeof value.value === 'number')
    : node.items.every((item) => isScalar(item));
  if (isPlain) node.flow = true;
  else
    for (const item of node.items)
      setFlow('value' in (item as object) ? (item as { value: unknown }).value : item);
}
