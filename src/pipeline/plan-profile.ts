import { codesceneGatesPath, codesceneRulesPath } from '../config/index.ts';
import { profileSchemaFile, type StarterFile, starterProfile } from '../config/starter/index.ts';
import type { Repository } from '../git/index.ts';
import { readOwnFile } from './read-own-file.ts';

/** What is to happen to a file that `init` writes. */
export type FileState =
  | { readonly kind: 'write'; readonly warning: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

export interface PlannedFile extends StarterFile {
  readonly state: FileState;
}

/**
 * Decides whether a profile to begin with, and the schema beside it, can be written. Changes nothing.
 * @param force whether files with another content, and CodeScene's own, may be put aside
 * @throws OutputError for a file that is there and cannot be read, or is a link
 */
export async function planProfile(repository: Repository, force: boolean): Promise<readonly PlannedFile[]> {
  const state = await planFile(repository, starterProfile, force);
  const profile = { ...starterProfile, state: await minded(repository, state, force) };
  // A schema belongs to the first line of the profile that is written; another profile may look elsewhere.
  if (profile.state.kind === 'refused') return [profile];
  const schema = profileSchemaFile();
  return [profile, { ...schema, state: await planFile(repository, schema, force) }];
}

async function planFile(
  repository: Repository,
  { path, text }: StarterFile,
  force: boolean,
): Promise<FileState> {
  const existing = await readOwnFile(repository, path);
  if (existing !== null && withLineFeeds(existing) === text) return { kind: 'unchanged' };
  if (existing === null || force) return { kind: 'write', warning: null };
  return {
    kind: 'refused',
    message: `${path} exists already, with another content; it is left as it is.`,
    hint: `--force overwrites ${path}.`,
  };
}

/** A checkout may have other line ends than what was committed. */
const withLineFeeds = (text: string) => text.replaceAll('\r\n', '\n');

/** A profile hides CodeScene's own files, so that none is written beside them unless that is asked for. */
async function minded(repository: Repository, state: FileState, force: boolean): Promise<FileState> {
  if (state.kind !== 'write') return state;
  const files = await findCodesceneFiles(repository);
  if (files.length === 0) return state;
  const names = files.join(' and ');
  if (force) {
    return {
      kind: 'write',
      warning: `${names} ${files.length === 1 ? 'is' : 'are'} read no more where ${starterProfile.path} stands.`,
    };
  }
  return {
    kind: 'refused',
    message: `No profile is written beside ${names}: what CodeScene's own files say holds as it is, and a profile would hide it.`,
    hint: `"codescene-pr profile import --output ${starterProfile.path}" writes it as a profile. --force writes a new one instead.`,
  };
}

async function findCodesceneFiles(repository: Repository): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of [codesceneRulesPath, codesceneGatesPath]) {
    if ((await readOwnFile(repository, path)) !== null) found.push(path);
  }
  return found;
}
