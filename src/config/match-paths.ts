import picomatch from 'picomatch';

/**
 * Whether a path of the repository matches one of the patterns. Patterns are relative to the root; `*` matches
 * names that start with a dot as well; a folder with a slash behind it stands for all that is in it.
 */
export function matchPaths(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) =>
    picomatch(pattern.endsWith('/') ? `${pattern}**` : pattern, { dot: true, windows: false }),
  );
  return (path) => matchers.some((matches) => matches(path));
}
