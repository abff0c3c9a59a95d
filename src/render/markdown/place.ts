import type { FileReport } from '../../model/report.ts';
import { codePath, link, type Place } from './text.ts';

/** The address of a file, or of a line of it; `null` for no link. */
export type LinkTo = (path: string, line: number | null) => string | null;

/** Shows a place in a file as a link to it. */
export type ShowPlace = (path: string, line: number | null, place?: Place) => string;

/** Such a path is no text that an address could hold. */
const hasLoneSurrogate = /\p{Surrogate}/u;

/**
 * Makes the links of a report. Nothing leads to a path that cannot be written as text.
 */
export function placesOf(
  files: readonly Pick<FileReport, 'path' | 'pathIsExact'>[],
  linkTo: LinkTo,
): ShowPlace {
  const unlinked = new Set(files.filter(({ pathIsExact }) => pathIsExact === false).map(({ path }) => path));
  return (path, line, place = 'line') =>
    link(
      codePath(path, line, place),
      unlinked.has(path) || hasLoneSurrogate.test(path) ? null : linkTo(path, line),
    );
}
