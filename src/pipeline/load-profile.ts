import { isAbsolute, resolve } from 'node:path';
import {
  codesceneFilesName,
  codesceneGatesPath,
  codesceneRulesPath,
  defaultProfileName,
  findCodesceneFiles,
  isBuiltInName,
  namesOf,
  profilePath,
  resolveProfile,
  UnreadableProfile,
  unreadableProfileError,
} from '../config/index.ts';
import { UsageError } from '../errors.ts';
import type { Repository } from '../git/index.ts';
import type { Profile } from '../model/profile.ts';
import { locateProfile } from './locate-profile.ts';
import { readCommitted, readInWorkingTree, readOnDisk } from './read-profile-text.ts';

/** The side of the change that the profile is read from. */
export type ProfileSide =
  | { readonly kind: 'working-tree' }
  /** The target's tip: what a pull request brings along does not count. */
  | { readonly kind: 'commit'; readonly commit: string; readonly ref: string };

export interface ProfileRequest {
  readonly repository: Repository;
  readonly side: ProfileSide;
  readonly cwd: string;
  /** `--profile`: a built-in name or a file; `undefined` for the team's file, or else the default. */
  readonly profile: string | undefined;
}

/** A place that files are read from by path. */
interface Place {
  readonly describe: (path: string) => string;
  readonly read: (path: string) => Promise<string | null>;
}

/**
 * Finds, reads and resolves the quality profile. A file of the repository is read from the given side, also where it
 * is named by a detour; a file outside of it from the disk: whoever wrote the pipeline put it there.
 * @throws UsageError for a name or file that is not there
 * @throws ConfigurationError for a profile that cannot be used
 */
export async function loadProfile(request: ProfileRequest): Promise<Profile> {
  const { repository, side, cwd, profile } = request;
  const place = placeOf(repository, side);
  if (profile === undefined) {
    const own = (await resolveFile(place, profilePath)) ?? (await resolveCodesceneFiles(place));
    return own ?? resolveProfile({ name: defaultProfileName });
  }
  if (profile === codesceneFilesName) return (await resolveCodesceneFiles(place)) ?? refuseMissing(place);
  if (isBuiltInName(profile) || !/[./\\]/.test(profile)) return resolveProfile({ name: profile });
  const { isInside, path } = await locateProfile(resolve(cwd, profile), repository.root);
  const from = isInside ? place : diskBeside(place, repository.root);
  const isOfCodescene = path === codesceneRulesPath || path === codesceneGatesPath;
  const resolved = await (isOfCodescene ? resolveCodesceneFiles(from) : resolveFile(from, path));
  if (resolved) return resolved;
  throw new UsageError(`There is no profile ${from.describe(path)}.`, { hint: hintFor(isInside, side) });
}

function hintFor(isInside: boolean, side: ProfileSide): string {
  const builtIn = 'a built-in profile: bare-minimum, clean-code-collective, pay-down-tech-debt';
  return isInside && side.kind === 'commit'
    ? `A file of the repository is read from ${side.ref} here, not from the folder. Name one that is there, a file outside of the repository, or ${builtIn}.`
    : `Name a file that is there, or ${builtIn}.`;
}

async function resolveFile(place: Place, file: string): Promise<Profile | null> {
  const { describe, read } = place;
  const text = await readUsable(place, file);
  return text === null ? null : resolveProfile({ file, text, origin: describe(file), readFile: read });
}

/** The text of a file, or `null` where it is not there; an error where what is there is no text file. */
async function readUsable({ describe, read }: Place, file: string): Promise<string | null> {
  try {
    return await read(file);
  } catch (error) {
    if (!(error instanceof UnreadableProfile)) throw error;
    throw unreadableProfileError(file, `${describe(file)} cannot be used: ${error.message}`);
  }
}

async function resolveCodesceneFiles(place: Place): Promise<Profile | null> {
  const codesceneFiles = await findCodesceneFiles((path) => readUsable(place, path));
  if (codesceneFiles === null) return null;
  return resolveProfile({ codesceneFiles, origin: place.describe(namesOf(codesceneFiles).join(' and ')) });
}

/** CodeScene's own files as a quality profile. */
export interface ImportedProfile {
  /** The text of a profile file. */
  readonly text: string;
  /** The paths of the files that it was made of. */
  readonly sources: readonly string[];
  /** What could not be taken over, with its place. */
  readonly warnings: readonly string[];
}

/**
 * Writes CodeScene's own files as a quality profile that says the same; changes nothing.
 * @throws UsageError where there is none
 * @throws ConfigurationError for files that cannot be used
 */
export async function importCodesceneFiles({
  repository,
  side,
}: Pick<ProfileRequest, 'repository' | 'side'>): Promise<ImportedProfile> {
  const place = placeOf(repository, side);
  const files = (await findCodesceneFiles((path) => readUsable(place, path))) ?? refuseMissing(place);
  const { importProfile } = await import('../config/codescene-files/import-profile.ts');
  return { ...importProfile(files), sources: namesOf(files) };
}

function refuseMissing({ describe }: Place): never {
  throw new UsageError(`There is no ${describe(`${codesceneRulesPath} and no ${codesceneGatesPath}`)}.`, {
    hint: 'These are the files in which CodeScene keeps rules and gates. Without them, write a quality profile: .codescene/quality-profile.yml.',
  });
}

function placeOf(repository: Repository, side: ProfileSide): Place {
  if (side.kind === 'commit') {
    const { commit, ref } = side;
    return {
      describe: (path) => `${path} at ${ref} (${commit.slice(0, 12)})`,
      read: (path) => readCommitted(repository, commit, path),
    };
  }
  return {
    describe: (path) => `${path} in the working tree`,
    read: (path) => readInWorkingTree(repository, path),
  };
}

/**
 * The disk, for files outside of the repository: whoever wrote the pipeline put them there, not the pull request. What
 * they extend may lie inside of it again, and is read from its side.
 */
function diskBeside(place: Place, root: string): Place {
  return {
    describe: (path) => path,
    read: async (path) => {
      if (!isAbsolute(path)) return place.read(path);
      const location = await locateProfile(path, root);
      return location.isInside ? place.read(location.path) : readOnDisk(location.path);
    },
  };
}
