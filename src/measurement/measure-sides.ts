import { setImmediate } from 'node:timers/promises';
import type { MeasuredFile, SelectedFile, SideKey, SideResult } from '../model/measured-file.ts';
import { quietly } from '../quietly.ts';
import { type KnownSides, keyOfContent, knownKeyOf, nothingKnown, recallOrMeasure } from './known-sides.ts';
import { type Measurer, measureContent, notMeasured, type SideContent } from './measure-content.ts';
import { readAhead } from './read-ahead.ts';
import { isUntouched, type SideToRead, sidesToMeasure } from './sides-to-measure.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Gives the content of sides in the order asked for. */
export type ReadSides = (sides: readonly SideToRead[]) => AsyncIterable<SideContent>;

/** What measuring takes from outside. */
export interface Sources {
  readonly readSides: ReadSides;
  /** Called after reading has begun, so that git works while the compiler loads; never where all is known. */
  readonly loadMeasurer: () => Promise<Measurer>;
  /** Nothing where left out. */
  readonly known?: KnownSides | undefined;
  /** Threads that measure instead of this one, which then loads no measurer; closed in the end. */
  readonly workers?: WorkerPool | null | undefined;
}

/** Measures both sides of the files, one at a time: only metrics outlive a file. */
export async function* measureSides(
  files: readonly SelectedFile[],
  sources: Sources,
): AsyncGenerator<MeasuredFile> {
  const results = measureEach(files.flatMap(sidesToMeasure), sources);
  const next = async (): Promise<SideResult> => (await results.next()).value as SideResult;
  try {
    for (const file of files) {
      const old = file.old && !isUntouched(file) ? await next() : null;
      const head = file.new ? await next() : null;
      yield { file, old: isUntouched(file) ? head : old, new: head };
    }
  } finally {
    await results.return(undefined);
  }
}

/** Measures sides, and gives what came of each in the order asked for. */
export async function* measureEach(
  sides: readonly SideToRead[],
  { readSides, loadMeasurer, known = nothingKnown, workers = null }: Sources,
): AsyncGenerator<SideResult> {
  const keys = sides.map((side) => knownKeyOf(side, known));
  const unknown = sides.filter((_side, index) => keys[index] === null);
  const contents = readAhead(readSides(unknown));
  // Whether a file of the working tree is known can only be said once it is read.
  const isSureToMeasure = unknown.some(({ blob }) => blob !== null || !known.remember);
  const measureUnknown = workers ? measureBy(workers) : measureLate(loadMeasurer, isSureToMeasure);
  const measure = (side: SideToRead, content: SideContent): Promise<SideResult> => {
    const key = known.remember ? keyOfContent(side, content) : null;
    return recallOrMeasure(known, key, () => measureUnknown(side, content));
  };
  const begin = async (side: SideToRead, key: SideKey | null): Promise<SideResult> => {
    if (key === null) return measure(side, await contents.next());
    return (await known.recall(key)) ?? measure(side, await readAlone(side, readSides));
  };
  const tasks = sides.map((side, index) => () => begin(side, keys[index] ?? null));
  try {
    yield* runInOrder(tasks, workers?.width ?? 1);
  } finally {
    await contents.close();
    await workers?.close();
  }
}

/** Runs so many tasks at a time, and gives what came of each in order. */
async function* runInOrder<T>(tasks: readonly (() => Promise<T>)[], width: number): AsyncGenerator<T> {
  const begun: Promise<T>[] = [];
  for (const task of tasks) {
    begun.push(quietly(task()));
    const first = begun.length === width ? begun.shift() : undefined;
    if (first) yield await first;
    // Measuring keeps the process busy: in between, answers from the network and signals get their turn.
    await setImmediate();
  }
  for (const result of begun) yield await result;
}

/** Measures in other threads. */
function measureBy(workers: WorkerPool) {
  return async ({ path }: SideToRead, content: SideContent): Promise<SideResult> =>
    content.bytes === null ? notMeasured(content.reason) : workers.measure(path, content.bytes);
}

/** Measures by what is loaded when it is first needed, or at once where it will be. */
function measureLate(loadMeasurer: Sources['loadMeasurer'], atOnce: boolean) {
  let loading = atOnce ? quietly(loadMeasurer()) : null;
  return async (side: SideToRead, content: SideContent): Promise<SideResult> => {
    loading ??= loadMeasurer();
    return measureContent(side, content, await loading);
  };
}

async function readAlone(side: SideToRead, readSides: ReadSides): Promise<SideContent> {
  const contents = readAhead(readSides([side]));
  try {
    return await contents.next();
  } finally {
    await contents.close();
  }
}
