import { utimesSync } from 'node:fs';
import { nameOf } from '../languages/side-name.ts';
import type { SideKey, SideResult } from '../model/measured-file.ts';
import { decodeResult } from './entry.ts';
import { maxPacks, noteUseAfter } from './limits.ts';
import { listFolder, removeFile } from './list-folder.ts';
import { type EntryPlace, keyOf } from './pack-format.ts';
import { openPack, type Pack } from './pack-reader.ts';
import { packEnding } from './pack-writer.ts';
import { createKeeper, type ResultFolder } from './result-keeper.ts';

/** What earlier runs measured. Nothing that goes wrong with it ends a run. */
export interface ResultCache {
  readonly has: (key: SideKey) => boolean;
  /** `null` where nothing is known, or what was kept is damaged. */
  readonly recall: (key: SideKey) => Promise<SideResult | null>;
  readonly remember: (key: SideKey, result: SideResult) => void;
  /** Shows to later runs what was remembered, and keeps the folder within its limits. */
  readonly close: () => void;
}

/** Opens what earlier runs left behind: of each pack the index is read, and nothing else. */
export function openResultCache(options: ResultFolder): ResultCache {
  const packs = openPacks(options);
  const keeper = createKeeper(options);
  const used = new Set<Pack>();
  const damaged = new Set<Pack>();
  const find = (key: SideKey) => findEntry(packs, keyOf(nameOf(key)));
  return {
    has: (key) => find(key) !== null,
    recall: async (key) => {
      const found = find(key);
      if (!found) return null;
      const result = readEntry(found, key);
      (result === null ? damaged : used).add(found.pack);
      return result;
    },
    remember: keeper.remember,
    close: () => {
      keeper.finish(packs.filter((pack) => !damaged.has(pack)));
      for (const pack of packs) pack.close();
      if (options.seal.make === null) return;
      for (const { file } of damaged) removeFile(file);
      for (const pack of used) noteUse(pack, options.now());
    },
  };
}

function openPacks({ folder, note, ...kind }: ResultFolder): readonly Pack[] {
  const attempt = <T>(action: () => T): T | null => {
    try {
      return action();
    } catch (error) {
      note(`A part of the cache is not read: ${(error as Error).message}`);
      return null;
    }
  };
  const files = attempt(() => listFolder(folder, packEnding)) ?? [];
  return files.slice(0, maxPacks).flatMap(({ file }) => attempt(() => openPack(file, kind)) ?? []);
}

interface FoundEntry {
  readonly pack: Pack;
  readonly place: EntryPlace;
}

function findEntry(packs: readonly Pack[], key: Buffer): FoundEntry | null {
  for (const pack of packs) {
    const place = pack.find(key);
    if (place) return { pack, place };
  }
  return null;
}

function readEntry({ pack, place }: FoundEntry, key: SideKey): SideResult | null {
  try {
    const entry = pack.read(place);
    return entry && decodeResult(entry, key);
  } catch {
    return null;
  }
}

/** So that what is used stays longest. */
function noteUse({ file, modified }: Pack, now: number): void {
  if (now - modified <= noteUseAfter) return;
  try {
    utimesSync(file, new Date(now), new Date(now));
  } catch {
    // Another run has joined it with others meanwhile.
  }
}
