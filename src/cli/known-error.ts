import { CodeScenePrError, EnvironmentError } from '../errors.ts';

/**
 * The error as one that the user can act on: itself, or what it means that the system refused something.
 * @returns `null` for a defect of ours
 */
export function toKnownError(error: unknown): CodeScenePrError | null {
  if (error instanceof CodeScenePrError) return error;
  if (!isOfSystem(error)) return null;
  return new EnvironmentError('The system refused something that the run needs.', {
    reason: `It says: ${error.message}.`,
    hint: hints[error.code] ?? 'Mend what the reason names, then run again.',
    cause: error,
  });
}

/** An error that Node made of the answer of a system call. */
function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof syscall === 'string';
}

const tooManyFiles = 'Allow more open files: ulimit -n 1024.';
const noRoom = 'Free some space, or set TMPDIR to a folder that has some.';
const noRight = 'Run it as a user who may do that.';
const hints: Readonly<Record<string, string>> = {
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  ENOMEM: 'Give the step more memory.',
  EAGAIN: 'Allow more processes: ulimit -u.',
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'Write to a folder that is not read-only.',
};
