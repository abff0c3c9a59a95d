import type { ConfigurationError } from '../errors.ts';
import { configurationError } from './configuration-error.ts';

/** Something stands where a profile file is expected that cannot be used; the message says what, as half a sentence. */
export class UnreadableProfile extends Error {}

/** The error that a profile file is which cannot be read at all. */
export function unreadableProfileError(file: string, message: string): ConfigurationError {
  const problem = { file, line: 1, column: 1, key: '', message, suggestion: null };
  return configurationError([{ problems: [problem], text: '' }]);
}
