import { posix } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Goal, Profile } from '../model/profile.ts';
import { nearest } from '../text/nearest.ts';
import { builtInNames, isBuiltInName } from './built-in/names.ts';
import { builtInLayers, listBuiltInProfiles } from './built-in-profiles.ts';
import type { CodesceneFiles } from './codescene-files/find-codescene-files.ts';
import { collectValues } from './collect-values.ts';
import { findExclusion } from './find-exclusion.ts';
import type { ProfileFile, ReadFile } from './load-layers.ts';
import { matchPaths } from './match-paths.ts';
import type { ProfileLayer, Scope } from './profile-layer.ts';
import { codesceneFilesName } from './profile-path.ts';
import { resolveConnections } from './resolve-connections.ts';
import { resolveFeedback } from './resolve-feedback.ts';
import { firstGiven, resolveGates, resolveRules } from './resolve-scopes.ts';
import { visibleText } from './visible-text.ts';
import { findUnmatched } from './warnings/find-unmatched.ts';
import { findWarnings } from './warnings/find-warnings.ts';
import { isBuiltIn } from './warnings/profile-scopes.ts';

/** A built-in profile by name, CodeScene's own files, or a file whose text is at hand. */
export type ProfileRequest =
  | { readonly name: string }
  | { readonly codesceneFiles: CodesceneFiles; readonly origin: string }
  | (ProfileFile & {
      /** For a reader: the path with its revision. */
      readonly origin: string;
      readonly readFile: ReadFile;
    });

/**
 * A profile with everything inherited and defaulted.
 *
 * For each setting of a path the first place that has it gives the value: the overrides that match the path in
 * the order of the file, then those of the extended files; then the file's own `rules` and `gates`, then those
 * of the extended files; then the defaults.
 *
 * @throws {ConfigurationError} listing every problem of every file of the chain
 * @throws {UsageError} where there is no built-in profile of that name
 */
export async function resolveProfile(request: ProfileRequest): Promise<Profile> {
  if ('name' in request) return resolveBuiltIn(request.name);
  // The YAML parser and the schema take as long to load as the rest of a short run: only where there is a file.
  const { codesceneLayers, loadLayers } = await import('./load-layers.ts');
  if ('codesceneFiles' in request) {
    const { codesceneFiles, origin } = request;
    return toProfile({ name: codesceneFilesName, origin }, codesceneLayers(codesceneFiles));
  }
  const layers = await loadLayers(request, request.readFile);
  const name = posix.basename(request.file).replace(/\.ya?ml$/, '');
  return toProfile({ name, origin: request.origin }, layers);
}

function resolveBuiltIn(name: string): Profile {
  if (isBuiltInName(name)) {
    const proper = listBuiltInProfiles().find(({ aliases }) => aliases.includes(name))?.name ?? name;
    return toProfile({ name: proper, origin: 'built-in' }, builtInLayers(name));
  }
  const suggestion = nearest(name, builtInNames);
  const names = listBuiltInProfiles().map((profile) => profile.name);
  const hint = suggestion
    ? `Did you mean "${suggestion}"?`
    : `Use one of ${names.join(', ')}, or a file that ends in .yml.`;
  throw new UsageError(`There is no built-in profile "${visibleText(name)}".`, { hint });
}

function toProfile(identity: Pick<Profile, 'name' | 'origin'>, layers: readonly ProfileLayer[]): Profile {
  const underOverrides = scopesByPath(layers);
  return {
    ...identity,
    gates: resolveGates(layers),
    feedback: resolveFeedback(layers),
    unmeasured: firstGiven(layers, ({ unmeasured }) => unmeasured).value,
    suppressions: { new: firstGiven(layers, ({ newSuppressions }) => newSuppressions).value },
    connections: resolveConnections(layers),
    values: collectValues(layers),
    rulesFor: underOverrides(resolveRules),
    gatesFor: underOverrides(resolveGates),
    goalFor: findGoal(layers),
    excludedBy: findExclusion(layers),
    files: layers.filter((layer) => !isBuiltIn(layer)).flatMap(({ files, source }) => files ?? [source]),
    warnings: [...findWarnings(layers), ...layers.flatMap(({ warnings }) => warnings ?? [])],
    warningsFor: (paths) => findUnmatched(layers, paths),
  };
}

/** Lifts a function of scopes to one of paths; paths under the same overrides share one result. */
function scopesByPath(layers: readonly ProfileLayer[]) {
  const overrides = layers.flatMap((layer) =>
    layer.overrides.map((scope) => ({ scope, matches: matchPaths(scope.files.value) })),
  );
  return <T>(resolve: (scopes: readonly Scope[]) => T) => {
    const results = new Map<string, T>();
    return (path: string): T => {
      const matching = overrides.filter(({ matches }) => matches(path));
      const key = matching.map((override) => overrides.indexOf(override)).join();
      const result = results.get(key) ?? resolve([...matching.map(({ scope }) => scope), ...layers]);
      results.set(key, result);
      return result;
    };
  };
}

function findGoal(layers: readonly ProfileLayer[]): (path: string) => Goal | null {
  const goals = layers.flatMap((layer) =>
    layer.goals.map(({ value }) => ({ goal: value, matches: matchPaths(value.files) })),
  );
  return (path) => {
    const goal = goals.find(({ matches }) => matches(path))?.goal;
    return goal === undefined || goal.goal === 'no-goal' ? null : goal;
  };
}
