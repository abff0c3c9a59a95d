import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Target } from '../context/index.ts';
import { UsageError } from '../errors.ts';
import { quoted, type Repository, readFileAt } from '../git/index.ts';
import type { Ratchet } from '../model/ratchet.ts';
import { parseRatchet } from '../result/index.ts';
import { isBelow, toRepositoryPath } from './select-paths.ts';

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
  const inside = relative(repository.root, file).split(sep).join('/');
  const isInside = inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside);
  const path = isInside ? inside : file;
  const isAtTarget = isInside && at !== null;
  const origin = isAtTarget ? `${path} at ${at.ref} (${at.commit.slice(0, 12)})` : path;
  const text = isAtTarget ? await readAt(repository, at, path) : await readFromDisk(file, origin);
  if (text === null && !update) throw missing(origin, isAtTarget ? at : null);
  const scope = normalizeScope(paths, { cwd, root: repository.root });
  const stored = text === null ? null : parseRatchet(text, origin);
  if (stored) refuseOtherScope(stored.paths, scope, origin);
  return { file, path, stored, scope, update, canUpdate: at === null };
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

/** Sorted, without what another path contains; empty for the whole repository. */
function normalizeScope(
  paths: readonly string[],
  folders: { readonly cwd: string; readonly root: string },
): readonly string[] {
  const tops = [...new Set(paths.map((path) => toRepositoryPath(path, folders)))];
  if (tops.includes('')) return [];
  return tops.filter((path) => !tops.some((top) => top !== path && isBelow(path, top))).sort();
}

function refuseOtherScope(stored: readonly string[], scope: readonly string[], origin: string): void {
  if (JSON.stringify([...stored].sort()) === JSON.stringify(scope)) return;
  throw new UsageError(
    `The floor in ${quoted(origin)} is that of ${describeScope(stored)}, and this is a review of ${describeScope(scope)}.`,
    { hint: 'Review the same paths, or keep a ratchet file of its own for these.' },
  );
}

function describeScope(scope: readonly string[]): string {
  return scope.length === 0 ? 'the whole repository' : scope.map(quoted).join(', ');
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
