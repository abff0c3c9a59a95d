import { posix } from 'node:path';
import { isBuiltInName } from './built-in/names.ts';
import { builtInLayers, defaultProfileName } from './built-in-profiles.ts';
import { codesceneLayer, toCodesceneLayer } from './codescene-files/codescene-layer.ts';
import { type CodesceneFiles, findCodesceneFiles } from './codescene-files/find-codescene-files.ts';
import { type CodesceneSettings, readCodesceneFiles } from './codescene-files/read-codescene-files.ts';
import { configurationError, type WrongFile } from './configuration-error.ts';
import { type ProfileReading, readProfile } from './parse-profile.ts';
import type { ProfileLayer } from './profile-layer.ts';
import { codesceneFilesName, codesceneGatesPath, codesceneRulesPath } from './profile-path.ts';
import { UnreadableProfile } from './unreadable-profile.ts';

/** Longest chain of files that extend one another. */
const longestChain = 20;

export interface ProfileFile {
  /** `/`-separated; relative to the repository's root, or absolute for a file outside of it. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a file of the same side as the profile, by a path like `ProfileFile.file`; `null` where it does not exist.
 * Throws `UnreadableProfile` where something is there that cannot be used.
 */
export type ReadFile = (path: string) => Promise<string | null>;

/** A file of the chain as it was read. */
interface Link extends ProfileFile {
  readonly reading: ProfileReading;
}

/**
 * A profile file and everything that it extends, nearest first, down to the defaults that all share.
 *
 * @throws {ConfigurationError} listing what is wrong in any file of the chain, where one is missing or cannot be
 *   read, or where the chain closes to a circle
 */
export async function loadLayers(start: ProfileFile, readFile: ReadFile): Promise<readonly ProfileLayer[]> {
  const chain: Link[] = [];
  const wrong: WrongFile[] = [];
  let next: ProfileFile | null = { ...start, file: posix.normalize(start.file) };
  let builtIn: string = defaultProfileName;
  let codescene: CodesceneSettings | null = null;
  while (next !== null) {
    const link: Link = { ...next, reading: readProfile(next.text, next.file) };
    chain.push(link);
    const { extends: extended, problems } = link.reading;
    const found = await followLink(extended, chain, readFile);
    const own = [...problems, ...(found.complaint === null ? [] : [extendsProblem(link, found.complaint)])];
    if (own.length > 0) wrong.push({ problems: own, text: link.text });
    if (extended && isBuiltInName(extended.name)) builtIn = extended.name;
    if (found.codesceneFiles) codescene = readCodesceneFiles(found.codesceneFiles);
    next = found.file;
  }
  wrong.push(...(codescene?.wrong ?? []));
  if (wrong.length > 0) throw configurationError(wrong);
  const layers = chain.flatMap(({ reading: { layer } }) => (layer ? [layer] : []));
  const own = codescene === null ? layers : [...layers, toCodesceneLayer(codescene)];
  return [...own, ...(isBuiltInName(builtIn) ? builtInLayers(builtIn) : [])];
}

/**
 * CodeScene's own files as one layer, and what they inherit.
 *
 * @throws {ConfigurationError} listing every problem of both files
 */
export function codesceneLayers(files: CodesceneFiles): readonly ProfileLayer[] {
  return [codesceneLayer(files), ...builtInLayers(defaultProfileName)];
}

/** The file that comes next, where there is one; what is wrong with it, where something is. */
interface NextLink {
  readonly file: ProfileFile | null;
  readonly complaint: string | null;
  /** CodeScene's own files, where they end the chain. */
  readonly codesceneFiles?: CodesceneFiles;
}

const endOfChain: NextLink = { file: null, complaint: null };

async function followLink(
  extended: ProfileReading['extends'],
  chain: readonly Link[],
  readFile: ReadFile,
): Promise<NextLink> {
  if (!extended || isBuiltInName(extended.name)) return endOfChain;
  if (extended.name === codesceneFilesName) return followToCodescene(readFile);
  const file = posix.join(posix.dirname(chain.at(-1)?.file ?? ''), extended.name);
  const complaint = complainOfChain(
    file,
    chain.map((link) => link.file),
  );
  return complaint === null ? readLink(file, readFile) : { file: null, complaint };
}

async function followToCodescene(readFile: ReadFile): Promise<NextLink> {
  try {
    const codesceneFiles = await findCodesceneFiles(readFile);
    if (codesceneFiles) return { ...endOfChain, codesceneFiles };
    return {
      file: null,
      complaint: `there is no file "${codesceneRulesPath}" and no "${codesceneGatesPath}"`,
    };
  } catch (error) {
    if (!(error instanceof UnreadableProfile)) throw error;
    return { file: null, complaint: `CodeScene's own files cannot be used: ${error.message}` };
  }
}

async function readLink(file: string, readFile: ReadFile): Promise<NextLink> {
  try {
    const text = await readFile(file);
    return text === null
      ? { file: null, complaint: `there is no file "${file}"` }
      : { file: { file, text }, complaint: null };
  } catch (error) {
    if (!(error instanceof UnreadableProfile)) throw error;
    return { file: null, complaint: `"${file}" cannot be used: ${error.message}` };
  }
}

function complainOfChain(file: string, chain: readonly string[]): string | null {
  if (file.startsWith('../')) return `"${file}" lies outside of the repository`;
  if (chain.includes(file)) {
    return `the profile extends itself: ${[...chain.slice(chain.indexOf(file)), file].join(' → ')}`;
  }
  return chain.length >= longestChain
    ? `expected at most ${longestChain} files that extend one another`
    : null;
}

function extendsProblem({ file, reading }: Link, message: string): WrongFile['problems'][number] {
  const position = reading.extends?.position ?? { line: 1, column: 1 };
  return { file, ...position, key: 'extends', message, suggestion: null };
}
