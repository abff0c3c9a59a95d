export type { CacheSettings } from './cache-settings.ts';
export { loadCompilerByCode } from './compiler-code.ts';
export { usualLimits } from './limits.ts';
export { liesWithin, userCacheFolder } from './locate-folder.ts';
export { prepareFolder } from './own-files.ts';
export { readBuildKeys } from './read-keys.ts';
export { openResultCache, type ResultCache } from './result-cache.ts';
export { checksum, type Seal } from './seal.ts';
