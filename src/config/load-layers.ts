import { posix } from 'node:path';
import type { ConfigurationError } from '../errors.ts';
import { builtInLayers, defaultProfileName, isBuiltInName } from './built-in-profiles.ts';
import { configurationError } from './configuration-error.ts';
import { parseProfile } from './parse-profile.ts';
import type { ProfileLayer } from './profile-layer.ts';

/** Longest chain of files that extend one another. */
const longestChain = 20;

export interface ProfileFile {
  /** `/`-separated; relative to the repository's root, or absolute for a file outside of it. */
  readonly file: string;
  readonly text: string;
}

/** Reads a file of the same side as the profile; `null` where it does not exist. */
export type ReadFile = (path: string) => Promise<string | null>;

/**
 * A profile file and everything that it extends, nearest first, down to the defaults that all share.
 *
 * @throws {ConfigurationError} where a file of the chain is wrong or missing, or the chain closes to a circle
 */
export async function loadLayers(start: ProfileFile, readFile: ReadFile): Promise<readonly ProfileLayer[]> {
  const layers: ProfileLayer[] = [];
  let current: ProfileFile = { ...start, file: posix.normalize(start.file) };
  for (;;) {
    const layer = parseProfile(current.text, current.file);
    layers.push(layer);
    const extended = layer.extends?.name ?? defaultProfileName;
    if (isBuiltInName(extended)) return [...layers, ...builtInLayers(extended)];
    current = await readExtended({ current, layers, extended, readFile });
  }
}

interface Step {
  readonly current: ProfileFile;
  /** Those read so far; the last one is the current file's. */
  readonly layers: readonly ProfileLayer[];
  readonly extended: string;
  readonly readFile: ReadFile;
}

async function readExtended({ current, layers, extended, readFile }: Step): Promise<ProfileFile> {
  const file = posix.join(posix.dirname(current.file), extended);
  const complaint = complainOfChain(file, layers);
  if (complaint) throw extendsError(current, layers, complaint);
  const text = await readFile(file);
  if (text === null) throw extendsError(current, layers, `there is no file "${file}"`);
  return { file, text };
}

function complainOfChain(file: string, layers: readonly ProfileLayer[]): string | null {
  if (file.startsWith('../')) return `"${file}" lies outside of the repository`;
  const chain = layers.map(({ source }) => source);
  if (chain.includes(file)) {
    return `the profile extends itself: ${[...chain.slice(chain.indexOf(file)), file].join(' → ')}`;
  }
  return layers.length >= longestChain
    ? `expected at most ${longestChain} files that extend one another`
    : null;
}

function extendsError(
  { file, text }: ProfileFile,
  layers: readonly ProfileLayer[],
  message: string,
): ConfigurationError {
  const position = layers.at(-1)?.extends?.position ?? { line: 1, column: 1 };
  return configurationError([{ file, ...position, key: 'extends', message, suggestion: null }], text);
}
