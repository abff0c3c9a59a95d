import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import {
  codesceneFilesName,
  codesceneGatesPath,
  codesceneRulesPath,
  defaultProfileName,
  findCodesceneFiles,
  importProfile,
  isBuiltInName,
  namesOf,
  profilePath,
  resolveProfile,
} from '../config/index.ts';
import { UsageError } from '../errors.ts';
import { type Repository, readFileAt, readWorkingTreeFile } from '../git/index.ts';
import type { Profile } from '../model/profile.ts';

/** The side of the change that the profile is read from. */
export type ProfileSide =
  | { readonly kind: 'working-tree' }
  /** The target's tip: what a pull request brings along does not count. */
  | { readonly kind: 'commit'; readonly commit: string; readonly ref: string };

interface ProfileRequest {
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
 * Finds, reads and resolves the quality profile.
 * @throws UsageError for a name or file that is not there
 * @throws ConfigurationError for a profile that cannot be used
 */
export async function loadProfile({ repository, side, cwd, profile }: ProfileRequest): Promise<Profile> {
  const place = placeOf(repository, side);
  if (profile === undefined) {
    const own = (await resolveFile(place, profilePath)) ?? (await resolveCodesceneFiles(place));
    return own ?? resolveProfile({ name: defaultProfileName });
  }
  if (profile === codesceneFilesName) return (await resolveCodesceneFiles(place)) ?? refuseMissing(place);
  if (isBuiltInName(profile) || !/[./\\]/.test(profile)) return resolveProfile({ name: profile });
  const file = resolve(cwd, profile);
  const path = relative(repository.root, file).split(sep).join('/');
  const isInside = !path.startsWith('../') && !isAbsolute(path);
  const [from, at] = isInside ? [place, path] : [outside(place), file];
  const isOfCodescene = at === codesceneRulesPath || at === codesceneGatesPath;
  const resolved = await (isOfCodescene ? resolveCodesceneFiles(from) : resolveFile(from, at));
  if (resolved) return resolved;
  throw new UsageError(`There is no profile ${from.describe(at)}.`, {
    hint: 'Name a file that is there, or a built-in profile: bare-minimum, clean-code-collective, pay-down-tech-debt.',
  });
}

async function resolveFile({ describe, read }: Place, file: string): Promise<Profile | null> {
  const text = await read(file);
  return text === null ? null : resolveProfile({ file, text, origin: describe(file), readFile: read });
}

async function resolveCodesceneFiles({ describe, read }: Place): Promise<Profile | null> {
  const codesceneFiles = await findCodesceneFiles(read);
  if (codesceneFiles === null) return null;
  return resolveProfile({ codesceneFiles, origin: describe(namesOf(codesceneFiles).join(' and ')) });
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
  const files = (await findCodesceneFiles(place.read)) ?? refuseMissing(place);
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
      read: async (path) => (await readFileAt(repository, commit, path))?.toString('utf8') ?? null,
    };
  }
  return {
    describe: (path) => `${path} in the working tree`,
    read: async (path) => {
      const content = await readWorkingTreeFile(repository, { text: path, isExact: true });
      return content.kind === 'bytes' ? content.bytes.toString('utf8') : null;
    },
  };
}

/**
 * Files outside of the repository: whoever wrote the pipeline put them there, not the pull request. What they extend
 * inside of the repository is read from its side.
 */
function outside(inside: Place): Place {
  return {
    describe: (path) => path,
    read: (path) => (isAbsolute(path) ? readFromDisk(path) : inside.read(path)),
  };
}

async function readFromDisk(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UsageError(`The profile ${path} cannot be read.`, {
      reason: (error as Error).message,
      cause: error,
    });
  }
}
