import { profilePath } from '../../src/config/index.ts';
import { parseProfile } from '../../src/config/parse-profile.ts';
import { ConfigurationError, type ProfileProblem } from '../../src/errors.ts';

/** The error that a profile text leads to, or `null` where the text is a valid profile. */
export function readError(text: string): ConfigurationError | null {
  try {
    parseProfile(text, profilePath);
    return null;
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

/** The problems of a profile text; none where it is valid. */
export function readProblems(text: string): readonly ProfileProblem[] {
  return readError(text)?.problems ?? [];
}
