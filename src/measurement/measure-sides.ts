import { setImmediate } from 'node:timers/promises';
import { readSourceText } from '../languages/source-text.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import type { Measurement } from '../model/metrics.ts';
import type { FileSide } from '../model/source.ts';
import { type KnownSides, keyOf, nothingKnown } from './known-sides.ts';

/** Bytes of a side, or why there are none. */
export type SideContent = { readonly bytes: Uint8Array } | { readonly bytes: null; readonly reason: string };

/** Measures one source text; see `loadMeasurer` in languages/. */
export type Measurer = (path: string, text: string) => Measurement;

/** A side to read, with whether its path is the exact one. */
export interface SideToRead extends FileSide {
  readonly pathIsExact: boolean;
}

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
  const keys = sides.map((side) => {
    const key = keyOf(side);
    return key && known.has(key) ? key : null;
  });
  const unknown = sides.filter((_side, index) => keys[index] === null);
  const contents = readAhead(readSides(unknown));
  let loading = unknown.length > 0 ? quietly(loadMeasurer()) : null;
  const measure = async (side: SideToRead, content: SideContent): Promise<SideResult> => {
    loading ??= loadMeasurer();
    return measureContent(side, content, await loading);
  };
  const measureAlone = async (side: SideToRead): Promise<SideResult> => {
    const content = readAhead(readSides([side]));
    try {
      return await measure(side, await content.next());
    } finally {
      await content.close();
    }
  };
  try {
    for (const [index, side] of sides.entries()) {
      const key = keys[index] ?? null;
      if (key === null) yield await measure(side, await contents.next());
      else yield (await known.recall(key)) ?? (await measureAlone(side));
      // Measuring keeps the process busy: in between, answers from the network and signals get their turn.
      await setImmediate();
    }
  } finally {
    await contents.close();
  }
}

/** Begins to read at once, whenever the first content is asked for. */
function readAhead(contents: AsyncIterable<SideContent>): {
  readonly next: () => Promise<SideContent>;
  readonly close: () => Promise<unknown>;
} {
  const iterator = contents[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<SideContent>> | null = quietly(iterator.next());
  const next = async (): Promise<SideContent> => {
    const { value } = await (first ?? iterator.next());
    first = null;
    return value as SideContent;
  };
  return { next, close: async () => iterator.return?.() };
}

/** A promise that may fail before it is awaited. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** A file that was only moved is measured once. */
function isUntouched({ old, new: head }: SelectedFile): boolean {
  return old !== null && head !== null && old.blob !== null && old.blob === head.blob;
}

/** The sides of a file that are measured, the old one first. */
export function sidesToMeasure(file: SelectedFile): readonly SideToRead[] {
  const sides = isUntouched(file) ? [file.new] : [file.old, file.new];
  const { pathIsExact } = file;
  return sides.flatMap((side) => (side ? [{ ...side, pathIsExact }] : []));
}

/** Measures one content; `side` says under which path. */
export function measureContent(
  side: Pick<FileSide, 'path'>,
  content: SideContent,
  measure: Measurer,
): SideResult {
  if (content.bytes === null) return { kind: 'unmeasurable', reason: content.reason, line: null };
  const source = readSourceText(content.bytes);
  if (source.kind === 'skipped') return source;
  if (source.kind === 'unmeasurable') return { ...source, line: null };
  const measurement = measure(side.path, source.text);
  return measurement.measured
    ? { kind: 'measured', metrics: measurement.metrics }
    : { kind: 'unmeasurable', ...measurement.unmeasurable };
}
