import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Target } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import { quoted, type Repository, readFileAt } from '../git/index.ts';
import type { Ratchet } from '../model/ratchet.ts';
import { parseRatchet } from '../result/index.ts';
import { normalizeScope, refuseOtherScope } from './ratchet-scope.ts';

/** `--ratchet` and `--update`. */
export interface RatchetOptions {
  /** Relative to the folder that the command was given in. */
  readonly file: string;
  /** Moves the stored floor up, and creates it where there is none. */
  readonly update?: boolean | undefined;
}

interface RatchetPlace {
  readonly repository: Repository;
  readonly cwd: string;
  /** The commit that the floor is read at; `null` for the working tree. */
  readonly at: Target | null;
  /** As given on the command line: what is reviewed. */
  readonly paths: readonly string[];
}

/** A ratchet file, read. */
export interface LoadedRatchet {
  /** Absolute. */
  readonly file: string;
  /** For readers: relative to the repository where it stands in there. */
  readonly path: string;
  /** `null` where there is no such file yet. */
  readonly stored: Ratchet | null;
  /** What is reviewed, as a ratchet file says it. */
  readonly scope: readonly string[];
  readonly update: boolean;
  /** Whether the floor could be updated where this runs. */
  readonly canUpdate: boolean;
}

/**
 * Reads the stored floor and makes sure that the review can be held against it.
 * @throws UsageError where the file is missing and not to be created, cannot be read, is none, or was measured for
 *   other paths; and for an update in the pipeline of a pull request
 */
export async function loadRatchet(
  { file: given, update = false }: RatchetOptions,
  place: RatchetPlace,
): Promise<LoadedRatchet> {
  const { repository, cwd, at, paths } = place;
  if (update && at) throw updateInPullRequest(at);
  const file = resolve(cwd, given);
  const { path, origin, target } = locate(file, place);
  const text = target ? await readAt(repository, target, path) : await readFromDisk(file, origin);
  if (text === null && !update) throw missing(origin, target);
  const scope = normalizeScope(paths, { cwd, root: repository.root });
  const stored = text === null ? null : parseRatchet(text, origin);
  if (stored) refuseOtherScope(stored.paths, scope, origin);
  return { file, path, stored, scope, update, canUpdate: at === null };
}

/** Where the floor is read: `target` is `null` for the disk, which holds the file outside of the repository too. */
function locate(file: string, { repository, at }: RatchetPlace) {
  const inside = relative(repository.root, file).split(sep).join('/');
  const isInside = inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside);
  if (!isInside) return { path: file, origin: file, target: null };
  const origin = at ? `${inside} at ${at.ref} (${at.commit.slice(0, 12)})` : inside;
  return { path: inside, origin, target: at };
}

async function readAt(repository: Repository, { commit }: Target, path: string): Promise<string | null> {
  return (await readFileAt(repository, commit, path))?.toString('utf8') ?? null;
}

async function readFromDisk(file: string, origin: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError(`${quoted(origin)} cannot be read.`, {
      reason: message,
      hint: 'Name the ratchet file, such as .codescene/ratchet.json.',
      cause: error,
    });
  }
}

function missing(origin: string, at: Target | null): UsageError {
  return new UsageError(`There is no ratchet file ${quoted(origin)}.`, {
    ...(at ? { reason: 'In the pipeline of a pull request the floor is read at the target branch.' } : {}),
    hint: at
      ? `Create it on ${quoted(at.ref)} with --update, and commit it there.`
      : 'Create it from this review with --update, and commit it.',
  });
}

function updateInPullRequest({ ref }: Target): UsageError {
  return new UsageError('--update does nothing in the pipeline of a pull request.', {
    reason: 'There the floor is read at the target branch, so that no pull request can lower it.',
    hint: `Update it in a step of ${quoted(ref)}, or in a nightly one.`,
  });
}
