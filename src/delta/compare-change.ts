import type { DeltaFinding, Finding } from '../model/finding.ts';
import type { MovedFunction } from '../model/report.ts';
import { locateFunction } from '../score/index.ts';
import type { ComparedFile } from './compared-file.ts';
import { identifyFindings } from './identify-findings.ts';
import { judgePair } from './judge-pair.ts';
import type { FunctionLinks } from './link-functions.ts';
import { listMoves } from './list-moves.ts';
import { type PlacedFinding, pairFindings } from './pair-findings.ts';
import { pairParts } from './pair-parts.ts';
import { byPlace, sortFindings } from './sort-findings.ts';

/** What the change did to one file. */
export interface FileComparison {
  /** Introduced, degraded, improved, fixed; then by line, then by smell. */
  readonly findings: readonly DeltaFinding[];
  /** Findings of the new side that are as before, by line, then by smell. */
  readonly unchanged: readonly Finding[];
  /** Functions with findings that came from another file or went to one; by line. */
  readonly moved: readonly MovedFunction[];
}

/**
 * What a change did to the findings of its files, one comparison for each file in their order. Two findings are the
 * same where smell and function agree, the function followed through renames, moves inside of a file and between
 * files, and splits. Every finding of a new function is introduced; a deleted file is not judged, but what was
 * moved out of it is known elsewhere.
 *
 * @param links what has become of the functions of these files.
 */
export function compareChange(
  files: readonly ComparedFile[],
  links: FunctionLinks,
): readonly FileComparison[] {
  const sides = files.map(({ old, new: head }) => ({
    old: old?.metrics ?? null,
    new: head?.metrics ?? null,
  }));
  const { old, new: head } = placeFindings(files, links);
  const hidden = new Set(
    files.flatMap((file) => [file.old, file.new].flatMap((side) => side?.suppressed ?? [])),
  );
  const functionOf = (placed: PlacedFinding, side: 'old' | 'new') => {
    const metrics = sides[placed.file]?.[side];
    return metrics ? locateFunction(metrics, placed.finding) : null;
  };
  const pairs = pairParts(
    pairFindings(old, head),
    (placed) => {
      const index = functionOf(placed, 'new');
      return index === null ? null : links.wholeOf(placed.file, index);
    },
    ({ file, index }) => old.filter((placed) => placed.file === file && functionOf(placed, 'old') === index),
  );
  const judged = pairs
    .filter((pair) => {
      const shown = pair.new ?? pair.old;
      return shown !== null && !hidden.has(shown.finding);
    })
    .flatMap((pair) => judgePair(pair, { files, links, functionOf }) ?? []);
  const moves = listMoves(files, links);
  return files.map((_, file) => {
    const own = judged.filter((each) => each.file === file);
    return {
      findings: sortFindings(own.flatMap(({ changed }) => changed ?? [])),
      unchanged: own.flatMap(({ unchanged }) => unchanged ?? []).sort(byPlace),
      moved: moves[file] ?? [],
    };
  });
}

function placeFindings(
  files: readonly ComparedFile[],
  links: FunctionLinks,
): { readonly old: readonly PlacedFinding[]; readonly new: readonly PlacedFinding[] } {
  const identities = files.map(({ old, new: head }, file) =>
    identifyFindings({ old: old?.metrics ?? null, new: head?.metrics ?? null }, file, links),
  );
  const place = (side: 'old' | 'new') =>
    files.flatMap((compared, file) => {
      const { findings = [], suppressed = [] } = compared[side] ?? {};
      const identify = identities[file]?.[side];
      return [...findings, ...suppressed].map((finding) => {
        return { file, finding, identity: identify?.(finding) ?? '' };
      });
    });
  return { old: place('old'), new: place('new') };
}
