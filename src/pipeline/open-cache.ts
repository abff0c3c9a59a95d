import { fileURLToPath } from 'node:url';
import {
  type CacheSettings,
  liesWithin,
  loadCompilerByCode,
  openResultCache,
  prepareFolder,
  usualLimits,
} from '../cache/index.ts';
import { UsageError } from '../errors.ts';
import { analyzerDigest } from '../languages/analyzer-digest.ts';
import { loadMeasurer, type Measure } from '../languages/index.ts';
import { type KnownSides, nothingKnown } from '../measurement/known-sides.ts';

/** What a run has of the cache. */
export interface OpenCache {
  readonly results: KnownSides;
  readonly loadMeasurer: () => Promise<Measure>;
  /** To be called once everything is measured, or nothing more will be. */
  readonly close: () => void;
}

/** As the build places it, beside this file. */
const compilerFile = fileURLToPath(new URL('compiler.cjs', import.meta.url));

const noCache: OpenCache = { results: nothingKnown, loadMeasurer, close: () => {} };

/**
 * Opens the cache, or does without where that cannot be trusted.
 * @param root of the repository that is judged
 * @throws UsageError where the user has named a folder inside of it
 */
export function openCache(settings: CacheSettings | null, root: string): OpenCache {
  if (settings === null || analyzerDigest === null || !isUsable(settings, root)) return noCache;
  const { folder, seal, note } = settings;
  const analyzer = analyzerDigest;
  let keepCode = () => {};
  const results = openResultCache({ folder, seal, note, analyzer, limits: usualLimits, now: Date.now });
  const loadByCode = async () => {
    keepCode = loadCompilerByCode(compilerFile, { folder, analyzer, note });
    return loadMeasurer();
  };
  const close = () => {
    keepCode();
    results.close();
  };
  return { results, loadMeasurer: settings.isPrivate ? loadByCode : loadMeasurer, close };
}

function isUsable({ folder, isGiven, note }: CacheSettings, root: string): boolean {
  if (liesWithin(folder, root)) {
    if (isGiven) throw insideError(folder);
    note(`Nothing is cached: ${folder} lies inside the repository.`);
    return false;
  }
  try {
    prepareFolder(folder);
    return true;
  } catch (error) {
    note(`Nothing is cached: ${(error as Error).message}`);
    return false;
  }
}

function insideError(folder: string): UsageError {
  return new UsageError(`The cache folder ${folder} lies inside the repository.`, {
    reason: 'What is judged could bring its own results along.',
    hint: 'Name a folder elsewhere, such as --cache-dir ~/.cache/codescene-pr, or leave --cache-dir out.',
  });
}
