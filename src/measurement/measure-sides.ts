import { setImmediate } from 'node:timers/promises';
import { readSourceText } from '../languages/source-text.ts';
import type { MeasuredFile, SelectedFile, SideResult } from '../model/measured-file.ts';
import type { Measurement } from '../model/metrics.ts';
import type { FileSide } from '../model/source.ts';

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

/**
 * Measures both sides of the files, one at a time: only metrics outlive a file.
 * @param loadMeasurer called after reading has begun, so that git works while the compiler loads.
 */
export async function* measureSides(
  files: readonly SelectedFile[],
  readSides: ReadSides,
  loadMeasurer: () => Promise<Measurer>,
): AsyncGenerator<MeasuredFile> {
  if (files.length === 0) return;
  const contents = readSides(files.flatMap(sidesToRead))[Symbol.asyncIterator]();
  const first = contents.next();
  // It can fail while the compiler loads, and is awaited after that.
  first.catch(() => {});
  const measure = await loadMeasurer();
  let pending: Promise<IteratorResult<SideContent>> | null = first;
  const nextSide = async (side: FileSide): Promise<SideResult> => {
    const { value } = await (pending ?? contents.next());
    pending = null;
    return measureContent(side, value as SideContent, measure);
  };
  for (const file of files) {
    yield await measureFile(file, nextSide);
    // Measuring keeps the process busy: in between, answers from the network and signals get their turn.
    await setImmediate();
  }
}

/** A file that was only moved is read once. */
function isUntouched({ old, new: head }: SelectedFile): boolean {
  return old !== null && head !== null && old.blob !== null && old.blob === head.blob;
}

function sidesToRead(file: SelectedFile): SideToRead[] {
  const sides = isUntouched(file) ? [file.new] : [file.old, file.new];
  const { pathIsExact } = file;
  return sides.flatMap((side) => (side ? [{ ...side, pathIsExact }] : []));
}

async function measureFile(
  file: SelectedFile,
  nextSide: (side: FileSide) => Promise<SideResult>,
): Promise<MeasuredFile> {
  const old = file.old && !isUntouched(file) ? await nextSide(file.old) : null;
  const head = file.new ? await nextSide(file.new) : null;
  return { file, old: isUntouched(file) ? head : old, new: head };
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
