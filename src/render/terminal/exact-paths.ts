import { escapeText } from '../../text/escape-text.ts';

/** Finds the path behind one that is escaped for being shown; `null` where it is unknown, or two are shown alike. */
export type ExactPath = (shown: string) => string | null;

/** Knows these paths, each as the repository has it. */
export function exactPaths(paths: readonly string[]): ExactPath {
  const known = new Map<string, string | null>();
  for (const path of new Set(paths)) {
    const shown = escapeText(path);
    known.set(shown, known.has(shown) ? null : path);
  }
  return (shown) => known.get(shown) ?? null;
}
