import type { FileMetrics, FunctionMetrics } from '../model/metrics.ts';

/** What a finding says about its place. */
interface Place {
  readonly function: string | null;
  readonly line: number;
}

/**
 * The function that a finding stands in, as an index into `FileMetrics.functions`: among functions of the same
 * name the one around the finding's line. `null` for a finding on the file, and for a name that the file lacks.
 */
export function locateFunction(file: Pick<FileMetrics, 'functions'>, place: Place): number | null {
  let located: number | null = null;
  for (const [index, candidate] of file.functions.entries()) {
    if (candidate.name !== place.function) continue;
    if (surrounds(candidate, place.line)) return index;
    located ??= index;
  }
  return located;
}

function surrounds(candidate: FunctionMetrics, line: number): boolean {
  return candidate.line <= line && line <= candidate.endLine;
}
