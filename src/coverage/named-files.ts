import { below, readPath, type WrittenPath, within } from './written-path.ts';

/** Where a coverage file and the repository stand. */
export interface CoveragePlace {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths of the folders that relative paths can start from, the likeliest first. */
  readonly folders: readonly string[];
}

/** What came of looking for a record's file among the paths that it names. */
export type Named =
  | { readonly kind: 'found'; readonly file: string; readonly path: WrittenPath }
  | { readonly kind: 'several'; readonly files: readonly string[] }
  /** It names a path inside of the repository where there is no file. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'elsewhere'; readonly paths: readonly WrittenPath[] };

/** Looks for the file that the path of a record names, from the places that the coverage file's paths can start from. */
export function namedFiles(
  sources: readonly string[],
  place: CoveragePlace,
  tracked: ReadonlySet<string>,
): (path: string) => Named {
  const lookUp = lookUpIn(place, tracked);
  const starts = sources.map(readPath);
  return (text) => {
    const path = readPath(text);
    // A name can hold what elsewhere separates folders.
    if (text.includes('\\') && tracked.has(text)) return { kind: 'found', file: text, path };
    const fromSources = path.isAbsolute ? [] : starts.map((start) => within(start, path));
    const bySource = [...new Set(fromSources.map(lookUp).filter((file) => typeof file === 'string'))];
    if (bySource.length > 1) return { kind: 'several', files: bySource };
    const file = bySource[0] ?? lookUp(path);
    if (typeof file === 'string') {
      return { kind: 'found', file, path: fromSources.find((each) => lookUp(each) === file) ?? path };
    }
    return missing([...fromSources, path], readPath(place.root));
  };
}

/** The first folder in which a path is a file; `null` where it leads out of the repository from each. */
function lookUpIn(place: CoveragePlace, tracked: ReadonlySet<string>) {
  const root = readPath(place.root);
  const folders = place.folders.map(readPath);
  return (path: WrittenPath): string | null | undefined => {
    const inside = folders.map((folder) => below(root, within(folder, path))).filter((file) => file !== null);
    if (inside.length === 0) return null;
    return inside.find((file) => tracked.has(file));
  };
}

function missing(paths: readonly WrittenPath[], root: WrittenPath): Named {
  const isGone = paths.some((path) => path.isAbsolute && below(root, path) !== null);
  return isGone ? { kind: 'gone' } : { kind: 'elsewhere', paths };
}
