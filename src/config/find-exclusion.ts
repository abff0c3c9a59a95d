import { matchPaths } from './match-paths.ts';
import type { ProfileLayer } from './profile-layer.ts';

/** Which pattern excludes a path, by layers nearest first. The nearest file that mentions a path decides; within one file `include` beats `exclude`. */
export function findExclusion(
  layers: readonly Pick<ProfileLayer, 'include' | 'exclude'>[],
): (path: string) => string | null {
  const selections = layers.map(({ include, exclude }) => ({
    includes: matchPaths(include.map(({ value }) => value)),
    exclusions: exclude.map(({ value }) => ({ pattern: value, matches: matchPaths([value]) })),
  }));
  return (path) => {
    for (const { includes, exclusions } of selections) {
      if (includes(path)) return null;
      const exclusion = exclusions.find(({ matches }) => matches(path));
      if (exclusion) return exclusion.pattern;
    }
    return null;
  };
}
