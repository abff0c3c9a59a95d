import fc from 'fast-check';
import { configurationSubjects } from './configuration-subjects.ts';
import { fileSubjects } from './file-subjects.ts';
import { gitSubjects } from './git-subjects.ts';
import { mutate, numbersFrom, splice } from './mutate.ts';
import { source, sourceWords } from './source-subject.ts';
import type { Subject } from './subject.ts';

export const subjects: readonly Subject[] = [
  ...gitSubjects,
  source,
  ...configurationSubjects,
  ...fileSubjects,
];

/** An input for which a reader broke a promise. */
export interface Failure {
  readonly subject: string;
  readonly input: Buffer;
  readonly error: unknown;
}

/** Gives a subject so many inputs of its shape, and the smallest one that fails, where one does. */
export async function fuzz(subject: Subject, runs: number, seed: number): Promise<Failure | null> {
  const property = fc.asyncProperty(subject.inputs, async (input) => {
    await subject.check(input);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: runs, seed });
  if (!failed) return null;
  const [input = Buffer.alloc(0)] = counterexample ?? [];
  return { subject: subject.name, input, error: errorInstance };
}

/** What became of mutated sources. */
export interface MutantFigures {
  readonly mutants: number;
  readonly failures: readonly Failure[];
  /** Of the longest one, in milliseconds of this process. */
  readonly slowest: number;
}

/** Changes real sources in one to four places each, some of them spliced with another one, and measures them. */
export async function fuzzSources(
  sources: readonly Buffer[],
  count: number,
  { seed, now }: { readonly seed: number; readonly now: () => number },
): Promise<MutantFigures> {
  const next = numbersFrom(seed);
  const failures: Failure[] = [];
  let slowest = 0;
  for (let index = 0; index < count; index += 1) {
    const input = createMutant(sources, next);
    const start = now();
    try {
      await source.check(input);
    } catch (error) {
      failures.push({ subject: 'mutated source', input, error });
    }
    slowest = Math.max(slowest, now() - start);
  }
  return { mutants: count, failures, slowest };
}

function createMutant(sources: readonly Buffer[], next: (limit: number) => number): Buffer {
  const pick = () => sources[next(sources.length)] ?? Buffer.alloc(0);
  let input = next(8) === 0 ? splice(pick(), pick(), next) : pick();
  for (let times = 1 + next(4); times > 0; times -= 1) input = mutate(input, sourceWords, next);
  return input;
}
