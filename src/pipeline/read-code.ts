import type { Repository } from '../git/index.ts';
import { readSourceText, splitLines } from '../languages/source-text.ts';
import type { SideToRead } from '../measurement/sides-to-measure.ts';
import type { SelectedFile } from '../model/measured-file.ts';
import type { SourceCode } from '../model/source-code.ts';
import type { CodeFile } from '../report/list-code.ts';
import { readSides } from './read-sides.ts';

/**
 * Reads source code for readers of a report. What cannot be read is not there: a report does without.
 * @param selected the files that the report speaks of
 * @param wanted those whose code is to be shown
 */
export async function readCode(
  repository: Repository,
  selected: readonly SelectedFile[],
  wanted: readonly CodeFile[],
): Promise<SourceCode> {
  const sides = sidesByKey(selected);
  const found = wanted.flatMap((code) => {
    const side = sides.get(keyOf(code.side, code.path));
    return side ? [{ key: keyOf(code.side, code.path), side }] : [];
  });
  const texts = new Map<string, readonly string[]>();
  let next = 0;
  for await (const { bytes } of readSides(
    repository,
    found.map(({ side }) => side),
  )) {
    const source = bytes && readSourceText(bytes);
    const key = found[next++]?.key ?? '';
    if (source?.kind === 'text') texts.set(key, splitLines(source.text));
  }
  return (path, side) => texts.get(keyOf(side, path)) ?? null;
}

const keyOf = (side: CodeFile['side'], path: string) => `${side} ${path}`;

function sidesByKey(selected: readonly SelectedFile[]): ReadonlyMap<string, SideToRead> {
  return new Map(
    selected.flatMap(({ old, new: head, pathIsExact }) =>
      (
        [
          ['old', old],
          ['new', head],
        ] as const
      ).flatMap(([side, place]) =>
        place ? [[keyOf(side, place.path), { ...place, pathIsExact }] as const] : [],
      ),
    ),
  );
}
