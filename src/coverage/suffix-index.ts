import type { WrittenPath } from './written-path.ts';

/** The files of a repository that end like a path. */
export interface SuffixMatch {
  readonly files: readonly string[];
  /** How many segments at the end are alike. */
  readonly length: number;
  /** The path that was looked up. */
  readonly path: WrittenPath;
}

/** Finds the files that have the longest end in common with a path, by whole segments; `null` where none ends like it. */
export type FindBySuffix = (path: WrittenPath) => SuffixMatch | null;

/** @param files every file of the repository, `/`-separated */
export function indexSuffixes(files: Iterable<string>): FindBySuffix {
  const bySuffix = new Map<string, string[]>();
  for (const file of files) {
    for (const suffix of suffixesOf(file.split('/'))) {
      const alike = bySuffix.get(suffix);
      if (alike) alike.push(file);
      else bySuffix.set(suffix, [file]);
    }
  }
  return (path) => {
    let found: SuffixMatch | null = null;
    let length = 0;
    for (const suffix of suffixesOf(path.segments)) {
      const alike = bySuffix.get(suffix);
      // A file ends like a longer end only where it ends like the shorter one.
      if (!alike) break;
      length += 1;
      found = { files: alike, length, path };
    }
    return found;
  };
}

/** The ends of a path, the shortest first. */
function* suffixesOf(segments: readonly string[]): Generator<string> {
  let suffix = '';
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    suffix = suffix === '' ? (segments[index] ?? '') : `${segments[index]}/${suffix}`;
    yield suffix;
  }
}

/**
 * What stands before the common end of a path and a file: files of one build have it in common. In `/app/lib/a.ts` and
 * `packages/web/lib/a.ts` that is `/app` and `packages/web`.
 */
export function rootsOf(path: WrittenPath, file: string, length: number): string {
  const folder = file.split('/').slice(0, -length);
  return JSON.stringify([path.isAbsolute, path.segments.slice(0, -length), folder]);
}
