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

/** Notes whether a line is covered; where that is said several times, it is covered if any says so. */
export type AddLine = (line: number, isCovered: boolean) => void;

/** Collects lines by path, over all places that speak of one path. */
export interface RecordCollector {
  /** The record of a path, which is there from now on even where it has no line. */
  readonly open: (path: string) => AddLine;
  readonly records: () => readonly CoverageRecord[];
}

export function createCollector(): RecordCollector {
  const byPath = new Map<string, Map<number, boolean>>();
  return {
    open: (path) => {
      const hits = byPath.get(path) ?? new Map<number, boolean>();
      byPath.set(path, hits);
      return (line, isCovered) => {
        hits.set(line, isCovered || hits.get(line) === true);
      };
    },
    records: () => [...byPath].map(([path, hits]) => ({ path, hits })),
  };
}
