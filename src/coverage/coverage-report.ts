export type CoverageFormat = 'lcov' | 'Cobertura' | 'JaCoCo' | 'Clover';

/** Whether the tests ran a line, by 1-based line; only lines that can be executed are there. */
export type LineHits = ReadonlyMap<number, boolean>;

/** What a coverage file says of one source file. */
export interface CoverageRecord {
  /** As it is written there. */
  readonly path: string;
  readonly hits: LineHits;
}

/** A coverage file as it was read. */
export interface CoverageReport {
  readonly format: CoverageFormat;
  /** Folders that paths are relative to, as Cobertura names them; empty for other formats. */
  readonly sources: readonly string[];
  /** One for each path. */
  readonly records: readonly CoverageRecord[];
}

/** Collects lines by path; a line that any record covers is covered. */
export interface RecordCollector {
  /** Makes sure that there is a record of the path, even where it has no line. */
  readonly open: (path: string) => void;
  readonly add: (path: string, line: number, isCovered: boolean) => void;
  readonly records: () => readonly CoverageRecord[];
}

export function createCollector(): RecordCollector {
  const byPath = new Map<string, Map<number, boolean>>();
  const hitsOf = (path: string): Map<number, boolean> => {
    const hits = byPath.get(path) ?? new Map<number, boolean>();
    byPath.set(path, hits);
    return hits;
  };
  return {
    open: hitsOf,
    add: (path, line, isCovered) => {
      const hits = hitsOf(path);
      hits.set(line, isCovered || hits.get(line) === true);
    },
    records: () => [...byPath].map(([path, hits]) => ({ path, hits })),
  };
}
