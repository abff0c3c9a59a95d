import { type ComparedSide, compareChange, type FileComparison } from '../../src/delta/index.ts';

/** What a change of one file alone did to it. */
export function compareFile(sides: {
  readonly old: ComparedSide | null;
  readonly new: ComparedSide | null;
}): FileComparison {
  const [comparison] = compareChange([{ oldPath: 'src/a.ts', newPath: 'src/a.ts', ...sides }]);
  if (!comparison) throw new Error('a change of one file has one comparison');
  return comparison;
}
