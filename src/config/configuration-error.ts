import { ConfigurationError, type ProfileProblem } from '../errors.ts';
import { formatProblem } from './format-problem.ts';

/** What is printed; the error's `problems` has all of them. */
const mostPrinted = 20;

const hint =
  'Correct the profile; "codescene-pr schema profile" prints every key that is allowed, "codescene-pr profile validate" checks it again.';

/** An error that lists every problem of one profile file, in the order of the file, with a picture of each. */
export function configurationError(problems: readonly ProfileProblem[], text: string): ConfigurationError {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const printed = sorted.slice(0, mostPrinted).map((problem) => formatProblem(problem, text));
  const left = sorted.length - printed.length;
  if (left > 0) printed.push(`… and ${left} more problems`);
  return new ConfigurationError(printed.join('\n'), sorted, { hint });
}
