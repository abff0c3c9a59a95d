import type { Command } from 'commander';

/** The options of every command that keeps what it measured. */
export interface CacheOptions {
  /** `false` for --no-cache. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
}

/** Declares them. */
export function addCacheOptions(command: Command): Command {
  return command
    .option('--cache-dir <folder>', "where results are kept between runs (default: the user's cache folder)")
    .option('--no-cache', 'measure everything anew, and keep nothing');
}
