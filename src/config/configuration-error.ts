import { ConfigurationError, type ProfileProblem } from '../errors.ts';
import { formatProblem } from './format-problem.ts';

/** What is printed; the error's `problems` has all of them. */
const mostPrinted = 20;

const hintForProfiles =
  'Correct the profile; "codescene-pr schema profile" prints every key that is allowed, "codescene-pr profile validate" checks it again.';

/** What is wrong in one profile file. */
export interface WrongFile {
  readonly problems: readonly ProfileProblem[];
  /** The file's text, for pictures; empty where it could not be read. */
  readonly text: string;
}

/** An error that lists every problem, file by file in the order given, each in the order of its file, with a picture. */
export function configurationError(files: readonly WrongFile[], hint = hintForProfiles): ConfigurationError {
  const sorted = files.flatMap(({ problems, text }) =>
    [...problems]
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map((problem) => ({ problem, text })),
  );
  const printed = sorted.slice(0, mostPrinted).map(({ problem, text }) => formatProblem(problem, text));
  const left = sorted.length - printed.length;
  if (left > 0) printed.push(`… and ${left} more problems`);
  return new ConfigurationError(
    printed.join('\n'),
    sorted.map(({ problem }) => problem),
    { hint },
  );
}
