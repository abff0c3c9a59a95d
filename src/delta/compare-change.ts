import type { DeltaFinding, Finding } from '../model/finding.ts';
import type { MovedFunction } from '../model/report.ts';
import type { ComparedFile } from './compared-file.ts';
import { identifyFindings } from './identify-findings.ts';
import { type Judged, judgePair } from './judge-pair.ts';
import type { FunctionLinks } from './link-functions.ts';
import { listMoves } from './list-moves.ts';
import { pairFindings } from './pair-findings.ts';
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
  const placed = files.map((compared, file) => identifyFindings(compared, file, links));
  const hidden = new Set(
    files.flatMap((file) => [file.old, file.new].flatMap((side) => side?.suppressed ?? [])),
  );
  const pairs = pairParts(
    pairFindings(
      placed.flatMap(({ old }) => old),
      placed.flatMap(({ new: head }) => head),
    ),
    ({ file, functionIndex }) => (functionIndex === null ? null : links.wholeOf(file, functionIndex)),
    ({ file, index }) => placed[file]?.old.filter(({ functionIndex }) => functionIndex === index) ?? [],
  );
  const judged = files.map((): Judged[] => []);
  for (const pair of pairs) {
    const shown = pair.new ?? pair.old;
    const verdict = shown && !hidden.has(shown.finding) ? judgePair(pair, files, links) : null;
    if (verdict) judged[verdict.file]?.push(verdict);
  }
  const moves = listMoves(files, links);
  return judged.map((own, file) => {
    return {
      findings: sortFindings(own.flatMap(({ changed }) => changed ?? [])),
      unchanged: own.flatMap(({ unchanged }) => unchanged ?? []).sort(byPlace),
      moved: moves[file] ?? [],
    };
  });
}
