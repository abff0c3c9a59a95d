import { nameOf } from '../languages/side-name.ts';
import type { SideKey, SideResult } from '../model/measured-file.ts';
import { encodeResult } from './entry.ts';
import { evict } from './evict.ts';
import { type CacheLimits, runShare, smallShare } from './limits.ts';
import { removeFile } from './list-folder.ts';
import { keyOf, maxEntrySize } from './pack-format.ts';
import type { Pack, PackKind } from './pack-reader.ts';
import { createPack, type PackWriter } from './pack-writer.ts';

/** Where results are kept, and which are believed. */
export interface ResultFolder extends PackKind {
  /** Prepared: see `prepareFolder`. */
  readonly folder: string;
  readonly limits: CacheLimits;
  /** Milliseconds. */
  readonly now: () => number;
  /** Told why something was not read or not kept. */
  readonly note: (line: string) => void;
}

/** Writes what a run measures into a pack, while it measures. After a failure it writes nothing more. */
export interface ResultKeeper {
  readonly remember: (key: SideKey, result: SideResult) => void;
  /**
   * Shows the pack to others, and keeps the folder within its limits.
   * @param packs that were there when the run began
   */
  readonly finish: (packs: readonly Pack[]) => void;
}

export function createKeeper({ folder, limits, now, note, ...kind }: ResultFolder): ResultKeeper {
  const runLimit = limits.maxBytes * runShare;
  let writer: PackWriter | null = null;
  let mayWrite = kind.seal.make !== null;
  const attempt = (action: () => void): void => {
    if (!mayWrite) return;
    try {
      action();
    } catch (error) {
      mayWrite = false;
      writer?.discard();
      note(`Results are not kept: ${(error as Error).message}`);
    }
  };
  const remember = (key: SideKey, result: SideResult): void => {
    const entry = encodeResult(key, result);
    writer ??= createPack(folder, kind);
    if (entry.length > maxEntrySize || writer.size() + entry.length > runLimit) return;
    writer.add(keyOf(nameOf(key)), entry);
  };
  const finish = (packs: readonly Pack[]): void => {
    if (writer === null) return;
    const joined = joinSmallPacks(writer, packs, limits);
    writer.finish();
    for (const { file } of joined) removeFile(file);
    evict(folder, limits.maxBytes, now());
  };
  return {
    remember: (key, result) => attempt(() => remember(key, result)),
    finish: (packs) => attempt(() => finish(packs)),
  };
}

/** Copies the entries of small packs where there are too many of them, and gives the packs that are now needless. */
function joinSmallPacks(
  writer: PackWriter,
  packs: readonly Pack[],
  { maxBytes, maxSmallPacks }: CacheLimits,
): readonly Pack[] {
  const small = packs.filter(({ size }) => size <= maxBytes * smallShare);
  if (small.length < maxSmallPacks) return [];
  const joined: Pack[] = [];
  for (const pack of small) {
    if (writer.size() + pack.size > maxBytes * runShare) break;
    copyEntries(pack, writer);
    joined.push(pack);
  }
  return joined;
}

function copyEntries(pack: Pack, writer: PackWriter): void {
  for (const place of pack.places()) {
    const entry = writer.has(place.key) ? null : pack.read(place);
    if (entry) writer.add(place.key, entry);
  }
}
