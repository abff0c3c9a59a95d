import { findExclusion } from '../find-exclusion.ts';
import { matchPaths } from '../match-paths.ts';
import type { Originated, ProfileLayer } from '../profile-layer.ts';
import { describeWarning, type ProfileWarning } from './describe-warning.ts';
import { inOrder } from './find-warnings.ts';
import { isNoProfileFile } from './profile-scopes.ts';

/**
 * Patterns of a profile that match none of a repository's files, and inclusions of files that nothing excludes: one
 * sentence each. Files of the repository alone are looked at: others are written for many repositories.
 * @param layers nearest first
 * @param paths every file of the repository
 */
export function findUnmatched(layers: readonly ProfileLayer[], paths: readonly string[]): readonly string[] {
  const warnings = layers.flatMap((layer, index) =>
    isNoProfileFile(layer) || layer.source.startsWith('/')
      ? []
      : [...warnOfPatterns(layer, paths), ...warnOfInclusions(layers.slice(index), paths)],
  );
  return inOrder(warnings, layers).map(describeWarning);
}

function warnOfPatterns(layer: ProfileLayer, paths: readonly string[]): readonly ProfileWarning[] {
  const { exclude, include, overrides, goals } = layer;
  return [
    ...exclude.map((pattern) => ['files.exclude', pattern] as const),
    ...include.map((pattern) => ['files.include', pattern] as const),
    ...overrides.flatMap(({ files }, index) => patternsOf(`overrides[${index}].files`, files)),
    ...goals.flatMap(({ value: { files }, origin }, index) =>
      patternsOf(`goals[${index}].files`, { value: files, origin }),
    ),
  ].flatMap(([key, { value, origin }]) => {
    if (paths.some(matchPaths([value]))) return [];
    const message = `has no effect: the pattern "${value}" matches no file of the repository; correct it, or remove it`;
    return [{ origin, key, message }];
  });
}

function patternsOf(key: string, { value, origin }: Originated<readonly string[]>) {
  return value.map((pattern) => [key, { value: pattern, origin }] as const);
}

/** Inclusions of the first layer that change nothing, because no file that they match would be excluded. */
function warnOfInclusions(
  [layer, ...inherited]: readonly ProfileLayer[],
  paths: readonly string[],
): readonly ProfileWarning[] {
  if (!layer || layer.include.length === 0) return [];
  const excludedBy = findExclusion([{ ...layer, include: [] }, ...inherited]);
  return layer.include.flatMap(({ value, origin }) => {
    const matched = paths.filter(matchPaths([value]));
    if (matched.length === 0 || matched.some((path) => excludedBy(path) !== null)) return [];
    const message = `has no effect: no file that "${value}" matches is excluded; remove it`;
    return [{ origin, key: 'files.include', message }];
  });
}
