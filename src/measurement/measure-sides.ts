import { setImmediate } from 'node:timers/promises';
import type { MeasuredFile, SelectedFile, SideKey, SideResult } from '../model/measured-file.ts';
import { type KnownSides, keyOf, nothingKnown, rememberSide } from './known-sides.ts';
import { type Measurer, measureContent, type SideContent } from './measure-content.ts';
import { quietly, readAhead } from './read-ahead.ts';
import { isUntouched, type SideToRead, sidesToMeasure } from './sides-to-measure.ts';

/** Gives the content of sides in the order asked for. */
export type ReadSides = (sides: readonly SideToRead[]) => AsyncIterable<SideContent>;

/** What measuring takes from outside. */
export interface Sources {
  readonly readSides: ReadSides;
  /** Called after reading has begun, so that git works while the compiler loads; never where all is known. */
  readonly loadMeasurer: () => Promise<Measurer>;
  /** Nothing where left out. */
  readonly known?: KnownSides | undefined;
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
  { readSides, loadMeasurer, known = nothingKnown }: Sources,
): AsyncGenerator<SideResult> {
  const keys = sides.map((side) => keyOfKnown(side, known));
  const unknown = sides.filter((_side, index) => keys[index] === null);
  const contents = readAhead(readSides(unknown));
  const measureUnknown = measureLate(loadMeasurer, unknown.length > 0);
  const measure = async (side: SideToRead, content: SideContent): Promise<SideResult> => {
    const result = await measureUnknown(side, content);
    rememberSide(known, side, result);
    return result;
  };
  try {
    for (const [index, side] of sides.entries()) {
      const key = keys[index] ?? null;
      if (key === null) yield await measure(side, await contents.next());
      else yield (await known.recall(key)) ?? (await measure(side, await readAlone(side, readSides)));
      // Measuring keeps the process busy: in between, answers from the network and signals get their turn.
      await setImmediate();
    }
  } finally {
    await contents.close();
  }
}

/** `null` where the side has to be measured. */
function keyOfKnown(side: SideToRead, known: KnownSides): SideKey | null {
  const key = keyOf(side);
  return key && known.has(key) ? key : null;
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
