import { expect } from 'vitest';
import { diagnose } from '../../src/doctor/index.ts';
import type { DiagnosisLine, Mark, PlaceFacts } from '../../src/model/diagnosis.ts';
import { placeFacts } from './facts.ts';

/** One fact of a place where all else is well, and what the diagnosis has to say of it. */
export interface Saying {
  readonly what: string;
  readonly facts: Partial<PlaceFacts>;
  readonly subject: string;
  readonly mark: Mark;
  readonly says: string;
}

/** All lines of a diagnosis. */
export const linesOf = (facts: PlaceFacts) => diagnose(facts).sections.flatMap(({ lines }) => lines);

/** The line about a subject. */
export function lineOf(facts: PlaceFacts, subject: string): DiagnosisLine {
  const found = linesOf(facts).find((line) => line.subject === subject);
  if (!found) throw new Error(`no line ${subject}`);
  return found;
}

/** Expects that the line about a subject says so, and that the place is ready unless it says that something is missing. */
export function expectSaying({ facts, subject, mark, says }: Saying): void {
  const place = placeFacts(facts);
  const line = lineOf(place, subject);
  expect(line).toMatchObject({ mark });
  expect(line.found).toContain(says);
  expect(diagnose(place).isReady).toBe(mark !== 'missing');
}
