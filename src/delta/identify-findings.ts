import type { Finding } from '../model/finding.ts';
import type { ClassMetrics, FileMetrics } from '../model/metrics.ts';
import { locateFunction } from '../score/index.ts';
import { matchClasses } from './match-classes.ts';
import { matchFunctions } from './match-functions.ts';

/** Findings that are about one class of the file, though they name no function. */
const classSmells: ReadonlySet<string> = new Set(['low-cohesion', 'brain-class']);

/** What a finding is about, equal on both sides where it is the same thing; no line and no number of it matters. */
type Identify = (finding: Finding) => string;

export interface Identities {
  readonly old: Identify;
  readonly new: Identify;
  /** The function of the new side that a finding of the old side stands in; `null` where it is gone. */
  readonly newFunctionOf: (oldFinding: Finding) => number | null;
}

/** Matches the functions and classes of both sides, and tells findings apart by them. */
export function identifyFindings(old: FileMetrics, head: FileMetrics): Identities {
  const pairs = matchFunctions(old, head);
  const newIndexes = new Map(pairs.map((pair) => [pair.old, pair.new]));
  const oldIndexes = new Map(pairs.map((pair) => [pair.new, pair.old]));
  const classes = matchClasses(old, head, pairs);
  return {
    old: (finding) =>
      identityOf(finding, old, {
        functionId: (index) => `${newIndexes.has(index) ? 'both' : 'old'} ${index}`,
        classId: (name) => classes.get(name) ?? `old ${name}`,
      }),
    new: (finding) =>
      identityOf(finding, head, {
        functionId: (index) => {
          const oldIndex = oldIndexes.get(index);
          return oldIndex === undefined ? `new ${index}` : `both ${oldIndex}`;
        },
        classId: (name) => name,
      }),
    newFunctionOf: (finding) => newIndexes.get(locateFunction(old, finding) ?? -1) ?? null,
  };
}

interface SideIds {
  readonly functionId: (index: number) => string;
  readonly classId: (name: string) => string;
}

function identityOf(finding: Finding, file: FileMetrics, { functionId, classId }: SideIds): string {
  return JSON.stringify([finding.smell, subjectOf(finding)]);

  function subjectOf(place: Finding): readonly string[] {
    if (place.function !== null) {
      const index = locateFunction(file, place);
      return index === null ? ['name', place.function] : ['function', functionId(index)];
    }
    const owner = classSmells.has(place.smell) ? classAround(file, place.line) : undefined;
    return owner ? ['class', classId(owner.name)] : ['file'];
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
