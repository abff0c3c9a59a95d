import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { defaultProfileName, isBuiltInName, profilePath, resolveProfile } from '../config/index.ts';
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
    return (await resolveFile(place, profilePath)) ?? resolveProfile({ name: defaultProfileName });
  }
  if (isBuiltInName(profile) || !/[./\\]/.test(profile)) return resolveProfile({ name: profile });
  const file = resolve(cwd, profile);
  const path = relative(repository.root, file).split(sep).join('/');
  const isInside = !path.startsWith('../') && !isAbsolute(path);
  const [from, at] = isInside ? [place, path] : [disk, file];
  const resolved = await resolveFile(from, at);
  if (resolved) return resolved;
  throw new UsageError(`There is no profile ${from.describe(at)}.`, {
    hint: 'Name a file that is there, or a built-in profile: bare-minimum, clean-code-collective, pay-down-tech-debt.',
  });
}

async function resolveFile({ describe, read }: Place, file: string): Promise<Profile | null> {
  const text = await read(file);
  return text === null ? null : resolveProfile({ file, text, origin: describe(file), readFile: read });
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

/** A file outside of the repository: whoever wrote the pipeline put it there, not the pull request. */
const disk: Place = {
  describe: (path) => path,
  read: async (path) => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new UsageError(`The profile ${path} cannot be read.`, {
        reason: (error as Error).message,
        cause: error,
      });
    }
  },
};
