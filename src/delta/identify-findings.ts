import type { Finding } from '../model/finding.ts';
import type { ClassMetrics, FileMetrics } from '../model/metrics.ts';
import { locateFunction } from '../score/index.ts';
import type { ComparedFile, ComparedSide } from './compared-file.ts';
import type { FunctionLinks } from './link-functions.ts';
import { matchClasses } from './match-classes.ts';
import type { FunctionPair } from './match-functions.ts';
import type { PlacedFinding } from './pair-findings.ts';

/** Findings that are about one class of the file, though they name no function. */
const classSmells: ReadonlySet<string> = new Set(['low-cohesion', 'brain-class']);

/** The findings of one changed file, on either side. */
export interface PlacedSides {
  readonly old: readonly PlacedFinding[];
  readonly new: readonly PlacedFinding[];
}

/**
 * Tells the findings of a file apart by its functions, followed to wherever they are, and by its classes. An identity
 * is equal on both sides where the finding is about the same thing; no line and no number of it matters.
 */
export function identifyFindings(
  { old, new: head }: Pick<ComparedFile, 'old' | 'new'>,
  file: number,
  links: FunctionLinks,
): PlacedSides {
  const classes =
    old && head
      ? matchClasses(old.metrics, head.metrics, pairsWithin(old.metrics, file, links))
      : new Map<string, string>();
  const idOf = (place: { readonly file: number; readonly index: number }, side: string) =>
    `${side} ${place.file} ${place.index}`;
  return {
    old: placeFindings(old, file, {
      functionId: (index) => idOf({ file, index }, 'old'),
      classId: (name) => classes.get(name) ?? `old ${name}`,
    }),
    new: placeFindings(head, file, {
      functionId: (index) => {
        const origin = links.oldOf(file, index);
        return origin ? idOf(origin, 'old') : idOf({ file, index }, 'new');
      },
      classId: (name) => name,
    }),
  };
}

/** The functions that stand in the file on both sides. */
function pairsWithin(
  { functions }: FileMetrics,
  file: number,
  links: FunctionLinks,
): readonly FunctionPair[] {
  return functions.flatMap((_, index) => {
    const to = links.newOf(file, index);
    return to?.file === file ? [{ old: index, new: to.index }] : [];
  });
}

interface SideIds {
  readonly functionId: (index: number) => string;
  readonly classId: (name: string) => string;
}

function placeFindings(side: ComparedSide | null, file: number, ids: SideIds): readonly PlacedFinding[] {
  if (!side) return [];
  const { metrics, findings, suppressed = [] } = side;
  return [...findings, ...suppressed].map((finding) => {
    const functionIndex = finding.function === null ? null : locateFunction(metrics, finding);
    const subject = subjectOf(finding, functionIndex);
    return { file, finding, functionIndex, identity: JSON.stringify([finding.smell, ...subject]) };
  });

  function subjectOf(finding: Finding, index: number | null): readonly (string | number)[] {
    if (index !== null) return ['function', ids.functionId(index)];
    if (finding.function !== null) return ['name', file, finding.function];
    const owner = classSmells.has(finding.smell) ? classAround(metrics, finding.line) : undefined;
    return owner ? ['class', file, ids.classId(owner.name)] : ['file', file];
  }
}

/** The innermost class around a line. */
function classAround({ classes }: FileMetrics, line: number): ClassMetrics | undefined {
  return classes
    .filter((one) => one.line <= line && line <= one.endLine)
    .reduce<ClassMetrics | undefined>(
      (inner, each) => (inner && inner.line >= each.line ? inner : each),
      undefined,
    );
}
