import type { SelectedFile } from '../model/measured-file.ts';
import type { FileSide } from '../model/source.ts';

/** A side to read, with whether its path is the exact one. */
export interface SideToRead extends FileSide {
  readonly pathIsExact: boolean;
}

/** The sides of a file that are measured, the old one first. */
export function sidesToMeasure(file: SelectedFile): readonly SideToRead[] {
  const sides = isUntouched(file) ? [file.new] : [file.old, file.new];
  const { pathIsExact } = file;
  return sides.flatMap((side) => (side ? [{ ...side, pathIsExact }] : []));
}

/** A file that was only moved is measured once. */
export function isUntouched({ old, new: head }: SelectedFile): boolean {
  return old !== null && head !== null && old.blob !== null && old.blob === head.blob;
}
