/** A file, and perhaps a line in it, as typed. */
export interface TypedPlace {
  readonly path: string;
  /** `null` where none is given. */
  readonly line: number | null;
}

/**
 * Reads `path`, `path:line` and, as editors and compilers print it, `path:line:column`. The colon of a Windows
 * drive is part of the path.
 */
export function parsePlace(text: string): TypedPlace {
  const [, path, line] = /^(.+?):(\d{1,9})(?::\d+)?$/s.exec(text) ?? [];
  return path === undefined ? { path: text, line: null } : { path, line: Number(line) };
}
