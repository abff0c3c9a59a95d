import { resolve } from 'node:path';
import { type CacheSettings, checksum, readBuildKeys, type Seal, userCacheFolder } from '../cache/index.ts';
import { isPipeline, isPullRequestBuild } from '../context/index.ts';
import type { CacheOptions } from './cache-options.ts';
import { isCi } from './is-ci.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';

/** What is looked at to choose. */
interface Options extends CacheOptions {
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** Where results are kept and whose are believed; `null` for nowhere and nobody's. */
export function chooseCache(host: ProcessLike, options: Options): CacheSettings | null {
  const { cache = true, cacheDir, debug = false } = options;
  if (!cache) return null;
  const { env, cwd } = host;
  const folder = cacheDir === undefined ? userCacheFolder(env, process.platform) : resolve(cwd, cacheDir);
  if (folder === null) return null;
  const notes = createNotes(host, options);
  const isBuild = isPipeline(env) || isCi(env);
  const seal = isBuild ? sealOfBuild(env, notes.warn) : checksum;
  if (seal === null) return null;
  const note = debug ? notes.print : () => {};
  return { folder, isGiven: cacheDir !== undefined, isPrivate: !isBuild, seal, note };
}

/** What other builds have left in a cache that all branches share is believed by its signature alone. */
function sealOfBuild(env: ProcessLike['env'], warn: (line: string) => void): Seal | null {
  const { seal, warning } = readBuildKeys(env, isPullRequestBuild(env));
  if (warning !== null) warn(warning);
  return seal;
}
