import type { Finding } from '../model/finding.ts';
import type { ClassMetrics, FileMetrics } from '../model/metrics.ts';
import { locateFunction } from '../score/index.ts';
import type { FileSides, FunctionLinks } from './link-functions.ts';
import { matchClasses } from './match-classes.ts';
import type { FunctionPair } from './match-functions.ts';

/** Findings that are about one class of the file, though they name no function. */
const classSmells: ReadonlySet<string> = new Set(['low-cohesion', 'brain-class']);

/** What a finding of a file is about, equal on both sides where it is the same thing; no line and no number matters. */
export type Identify = (finding: Finding) => string;

/** How the findings of one changed file are told apart on either side. */
export interface Identities {
  readonly old: Identify;
  readonly new: Identify;
}

/** Tells the findings of a file apart by its functions, followed to wherever they are, and by its classes. */
export function identifyFindings(
  { old, new: head }: FileSides,
  file: number,
  links: FunctionLinks,
): Identities {
  const classes =
    old && head ? matchClasses(old, head, pairsWithin(old, file, links)) : new Map<string, string>();
  const idOf = (place: { readonly file: number; readonly index: number }, side: string) =>
    `${side} ${place.file} ${place.index}`;
  return {
    old: identify(old, file, {
      functionId: (index) => idOf({ file, index }, 'old'),
      classId: (name) => classes.get(name) ?? `old ${name}`,
    }),
    new: identify(head, file, {
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

function identify(side: FileMetrics | null, file: number, { functionId, classId }: SideIds): Identify {
  return (finding) => JSON.stringify([finding.smell, ...(side ? subjectOf(finding, side) : [])]);

  function subjectOf(place: Finding, metrics: FileMetrics): readonly (string | number)[] {
    if (place.function !== null) {
      const index = locateFunction(metrics, place);
      return index === null ? ['name', file, place.function] : ['function', functionId(index)];
    }
    const owner = classSmells.has(place.smell) ? classAround(metrics, place.line) : undefined;
    return owner ? ['class', file, classId(owner.name)] : ['file', file];
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
