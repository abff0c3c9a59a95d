import type { FileSides, FunctionLinks } from '../delta/index.ts';
import type { NewSuppressions } from '../model/profile.ts';
import { readSuppressions } from './read-suppressions.ts';

/** A function of one side of the change, or, for `functionIndex: null`, a file of it. */
export interface Place {
  /** Index into the files of the change. */
  readonly file: number;
  readonly functionIndex: number | null;
}

/** What a comment of the new side does to a smell. */
export interface Ruling {
  /** Of the comment. */
  readonly line: number;
  /** On the old side nothing suppressed the smell there. */
  readonly added: boolean;
  /** `false` where the profile has new suppressions ignored. */
  readonly honoured: boolean;
}

/** What the comments of a change suppress. */
export interface ChangeSuppressions {
  /** What holds for a smell at a place of the new side; `null` where no comment speaks of it. */
  readonly rulingOf: (place: Place, smell: string) => Ruling | null;
  /** Whether the old side suppressed a smell at a place of the new side. */
  readonly stoodBefore: (place: Place, smell: string) => boolean;
  /** Whether a finding at a place of the old side is left out. */
  readonly isLeftOut: (place: Place, smell: string) => boolean;
}

/**
 * Judges both sides of a change by the comments of the new one, as both are judged by its rules: to add a comment is
 * no improvement then, and to take one away is no decline of what stood there already. Functions are followed to
 * where they are now. One that is gone, or went with its file, is judged by its own comments and those of the file.
 *
 * @param links what has become of the functions of these files.
 */
export function suppressChange(
  files: readonly FileSides[],
  links: FunctionLinks,
  newSuppressions: NewSuppressions,
): ChangeSuppressions {
  const sides = files.map(({ old, new: head }) => ({
    old: readSuppressions(old),
    new: readSuppressions(head),
    isDeleted: head === null,
  }));
  const partsOf = groupParts(files, links);
  const isHonoured = (place: Place, smell: string) => rulingOf(place, smell)?.honoured === true;
  return { rulingOf, stoodBefore, isLeftOut };

  function rulingOf(place: Place, smell: string): Ruling | null {
    const line = sides[place.file]?.new.lineOf(place.functionIndex, smell) ?? null;
    if (line === null) return null;
    const added = !stoodBefore(place, smell);
    return { line, added, honoured: !added || newSuppressions === 'honour' };
  }

  function stoodBefore({ file, functionIndex }: Place, smell: string): boolean {
    const origin = functionIndex === null ? null : links.oldOf(file, functionIndex);
    const inOrigin = origin && sides[origin.file]?.old.lineOf(origin.index, smell);
    return (inOrigin ?? sides[file]?.old.lineOf(null, smell) ?? null) !== null;
  }

  function isLeftOut({ file, functionIndex }: Place, smell: string): boolean {
    const selves = functionIndex === null ? [] : selvesOf(file, functionIndex);
    if (selves.length > 0) return selves.some((self) => isHonoured(self, smell));
    if (isHonoured({ file, functionIndex: null }, smell)) return true;
    const isGone = functionIndex !== null || sides[file]?.isDeleted;
    return isGone === true && sides[file]?.old.lineOf(functionIndex, smell) !== null;
  }

  /** Where a function of the old side lives on: as itself, or in the parts that it was split into. */
  function selvesOf(file: number, functionIndex: number): readonly Place[] {
    const self = links.newOf(file, functionIndex);
    if (self) return [{ file: self.file, functionIndex: self.index }];
    return partsOf.get(`${file} ${functionIndex}`) ?? [];
  }
}

function groupParts(
  files: readonly FileSides[],
  links: FunctionLinks,
): ReadonlyMap<string, readonly Place[]> {
  const parts = new Map<string, Place[]>();
  for (const [file, { new: head }] of files.entries()) {
    for (const functionIndex of head?.functions.keys() ?? []) {
      const whole = links.wholeOf(file, functionIndex);
      if (!whole) continue;
      const key = `${whole.file} ${whole.index}`;
      const known = parts.get(key);
      if (known) known.push({ file, functionIndex });
      else parts.set(key, [{ file, functionIndex }]);
    }
  }
  return parts;
}
