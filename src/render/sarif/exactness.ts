/** Says of a path in a report whether it is the path itself. */
export type IsExact = (path: string) => boolean;

/**
 * Measured files say whether their path is exact. Of others a readable form is known by its backslash alone: a path
 * that really has one is taken for inexact, which loses an address and never gives a wrong one.
 */
export function exactnessOf(
  files: readonly { readonly path: string; readonly pathIsExact?: false }[],
): IsExact {
  const known = new Map(files.map(({ path, pathIsExact }) => [path, pathIsExact !== false]));
  return (path) => known.get(path) ?? !path.includes('\\');
}
