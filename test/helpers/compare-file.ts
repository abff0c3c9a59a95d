import {
  type ComparedSide,
  compareChange,
  type FileComparison,
  linkFunctions,
} from '../../src/delta/index.ts';

/** What a change of one file alone did to it. */
export function compareFile(sides: {
  readonly old: ComparedSide | null;
  readonly new: ComparedSide | null;
}): FileComparison {
  const links = linkFunctions([{ old: sides.old?.metrics ?? null, new: sides.new?.metrics ?? null }]);
  const [comparison] = compareChange([{ oldPath: 'src/a.ts', newPath: 'src/a.ts', ...sides }], links);
  if (!comparison) throw new Error('a change of one file has one comparison');
  return comparison;
}
