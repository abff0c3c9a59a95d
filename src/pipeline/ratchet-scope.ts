import { UsageError } from '../errors.ts';
import { quoted } from '../git/index.ts';
import { isBelow, toRepositoryPath } from './select-paths.ts';

/** Paths as a ratchet file says them: sorted, without what another contains; empty for the whole repository. */
export function normalizeScope(
  paths: readonly string[],
  folders: { readonly cwd: string; readonly root: string },
): readonly string[] {
  const tops = [...new Set(paths.map((path) => toRepositoryPath(path, folders)))];
  if (tops.includes('')) return [];
  return tops.filter((path) => !tops.some((top) => top !== path && isBelow(path, top))).sort();
}

/** @throws UsageError where the floor was measured for other paths. */
export function refuseOtherScope(stored: readonly string[], scope: readonly string[], origin: string): void {
  if (JSON.stringify([...stored].sort()) === JSON.stringify(scope)) return;
  throw new UsageError(
    `The floor in ${quoted(origin)} is that of ${describeScope(stored)}, and this is a review of ${describeScope(scope)}.`,
    { hint: 'Review the same paths, or keep a ratchet file of its own for these.' },
  );
}

function describeScope(scope: readonly string[]): string {
  return scope.length === 0 ? 'the whole repository' : scope.map(quoted).join(', ');
}
