/** A path of a coverage file, split at its slashes. */
export interface WrittenPath {
  readonly isAbsolute: boolean;
  /** Without `.` and, where a folder stands before it, `..`. */
  readonly segments: readonly string[];
}

/** Reads a path as tools of any system write it: `src/a.ts`, `/app/src/a.ts`, `C:\build\src\a.ts`, a `file:` URL. */
export function readPath(text: string): WrittenPath {
  const slashed = text
    .trim()
    .replace(/^file:\/\//, '')
    .replaceAll('\\', '/');
  const isAbsolute = /^(?:\/|[A-Za-z]:\/)/.test(slashed);
  return { isAbsolute, segments: resolveSegments(slashed.split('/')) };
}

/** A path that stands in a folder; an absolute one stays what it is. */
export function within(folder: WrittenPath, path: WrittenPath): WrittenPath {
  if (path.isAbsolute) return path;
  return { ...folder, segments: resolveSegments([...folder.segments, ...path.segments]) };
}

/** The path below a folder with `/` between its segments; `null` where it does not stay there. */
export function below(folder: WrittenPath, path: WrittenPath): string | null {
  const { length } = folder.segments;
  const isBelow =
    path.isAbsolute === folder.isAbsolute &&
    path.segments.length > length &&
    folder.segments.every((segment, index) => segment === path.segments[index]) &&
    path.segments[length] !== '..';
  return isBelow ? path.segments.slice(length).join('/') : null;
}

function resolveSegments(segments: readonly string[]): readonly string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    const last = resolved.at(-1);
    if (segment === '..' && last !== undefined && last !== '..') resolved.pop();
    else resolved.push(segment);
  }
  return resolved;
}
