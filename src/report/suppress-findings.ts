import type { FunctionLinks, ReceivedSide } from '../delta/index.ts';
import type { Finding } from '../model/finding.ts';
import type { NewSuppressions, Rules } from '../model/profile.ts';
import type { Suppression } from '../model/report.ts';
import { compareText, locateFunction } from '../score/index.ts';
import {
  type ChangeSuppressions,
  everySmell,
  type IsOfUse,
  type Ruling,
  readSuppressions,
  suppressChange,
  warnAboutComments,
} from '../suppression/index.ts';
import { type AssessedFile, type AssessedSide, scoreFindings } from './assess-file.ts';

/** What comments suppress, and what is wrong with them. */
interface Suppressed {
  /** By path, line, smell, function. */
  readonly suppressions: readonly Suppression[];
  /** By path, then by line. */
  readonly warnings: readonly string[];
}

type FindRuling = (functionIndex: number | null, smell: string) => Ruling | null;

interface SuppressedChange extends Suppressed {
  /** In their order; the very same ones where no comment is. */
  readonly assessed: readonly AssessedFile[];
  /** Does the same to an old side of a file that functions of other files were added to. */
  readonly leaveOut: (file: number, side: AssessedSide, origins: ReceivedSide['origins']) => AssessedSide;
}

/**
 * Takes out of both sides of a change what comments suppress, and scores what is left.
 *
 * @param links what has become of the functions of these files.
 */
export function suppressInChange(
  assessed: readonly AssessedFile[],
  links: FunctionLinks,
  newSuppressions: NewSuppressions,
): SuppressedChange {
  if (!assessed.some(hasComments)) {
    return { assessed, suppressions: [], warnings: [], leaveOut: (_, side) => side };
  }
  const sides = assessed.map(({ old, new: head }) => {
    return { old: old?.metrics ?? null, new: head?.metrics ?? null };
  });
  const change = suppressChange(sides, links, newSuppressions);
  const heads = assessed
    .flatMap(({ file: { path }, new: head }, file) => (head ? [{ path, head, file }] : []))
    .sort((a, b) => compareText(a.path, b.path));
  return {
    assessed: assessed.map((each, file) => suppressInFile(each, file, change)),
    leaveOut: (file, side, origins) => {
      const rules = assessed[file]?.rules ?? {};
      return leaveOut(side, rules, (index, smell) => {
        const origin = index === null ? undefined : origins[index];
        const place = origin
          ? { file: origin.file, functionIndex: origin.index }
          : { file, functionIndex: null };
        return change.isLeftOut(place, smell);
      });
    },
    suppressions: heads.flatMap(({ path, head, file }) =>
      listSuppressions(path, head, rulingsIn(file, change)),
    ),
    warnings: heads.flatMap(({ path, head, file }) =>
      warnAboutComments({ path, metrics: head.metrics }, createUseTest(head, file, change)),
    ),
  };
}

/** Takes out of a file that is reviewed as it is what its comments suppress. */
export function suppressInReview(
  path: string,
  side: AssessedSide,
  rules: Rules,
): Suppressed & { readonly side: AssessedSide } {
  if (side.metrics.suppressions.length === 0) return { side, suppressions: [], warnings: [] };
  const { lineOf } = readSuppressions(side.metrics);
  const findRuling: FindRuling = (functionIndex, smell) => {
    const line = lineOf(functionIndex, smell);
    return line === null ? null : { line, added: false, honoured: true };
  };
  return {
    side: leaveOut(side, rules, (functionIndex, smell) => findRuling(functionIndex, smell) !== null),
    suppressions: listSuppressions(path, side, findRuling),
    warnings: warnAboutComments({ path, metrics: side.metrics }),
  };
}

function hasComments({ old, new: head }: AssessedFile): boolean {
  return [old, head].some((side) => (side?.metrics.suppressions.length ?? 0) > 0);
}

function suppressInFile(assessed: AssessedFile, file: number, change: ChangeSuppressions): AssessedFile {
  const { old, new: head, rules } = assessed;
  const findRuling = rulingsIn(file, change);
  return {
    ...assessed,
    old:
      old && leaveOut(old, rules, (index, smell) => change.isLeftOut({ file, functionIndex: index }, smell)),
    new: head && leaveOut(head, rules, (index, smell) => findRuling(index, smell)?.honoured === true),
  };
}

function rulingsIn(file: number, { rulingOf }: ChangeSuppressions): FindRuling {
  return (functionIndex, smell) => rulingOf({ file, functionIndex }, smell);
}

/** The side without some of its findings: they are kept apart, and cost nothing. */
function leaveOut(
  side: AssessedSide,
  rules: Rules,
  isLeftOut: (functionIndex: number | null, smell: string) => boolean,
): AssessedSide {
  const { metrics } = side;
  const suppressed = new Set(
    side.findings.filter((finding) => isLeftOut(placeOf(finding, side), finding.smell)),
  );
  if (suppressed.size === 0) return side;
  const findings = side.findings.filter((finding) => !suppressed.has(finding));
  return { metrics, findings, suppressed: [...suppressed], ...scoreFindings(metrics, findings, rules) };
}

/** The function that a finding stands in; `null` for one on the file. */
function placeOf(finding: Finding, { metrics }: AssessedSide): number | null {
  return finding.function === null ? null : locateFunction(metrics, finding);
}

/** Every smell that is found where a comment suppresses it, once for each function. */
function listSuppressions(path: string, side: AssessedSide, findRuling: FindRuling): readonly Suppression[] {
  const listed = new Map<string, Suppression>();
  for (const finding of side.findings) {
    const { smell, function: name } = finding;
    const place = placeOf(finding, side);
    const ruling = findRuling(place, smell);
    if (ruling) listed.set(`${place} ${smell}`, { path, smell, function: name, ...ruling });
  }
  return [...listed.values()].sort(byLine);
}

function byLine(a: Suppression, b: Suppression): number {
  return a.line - b.line || compareText(a.smell, b.smell) || compareText(a.function ?? '', b.function ?? '');
}

/** A comment that was there before, or has something to suppress, need not be spoken of. */
function createUseTest(head: AssessedSide, file: number, { stoodBefore }: ChangeSuppressions): IsOfUse {
  const found = new Set(
    head.findings.flatMap((finding) =>
      [placeOf(finding, head), null].flatMap((place) => [
        `${place} ${finding.smell}`,
        `${place} ${everySmell}`,
      ]),
    ),
  );
  return (functionIndex, smell) =>
    found.has(`${functionIndex} ${smell}`) || stoodBefore({ file, functionIndex }, smell);
}
