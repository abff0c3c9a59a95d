import { GitError } from '../errors.ts';
import type { GitResult } from './repository.ts';

const longestDescription = 600;

/** Makes C0, C1 and DEL visible as `\u001b`, so that text of others cannot steer a terminal. */
export function escapeControlCharacters(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

/** A name or revision of others as it may stand in a message. */
export function quoted(text: string): string {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return `"${escapeControlCharacters(shown)}"`;
}

/** Replaces what stands before the `@` of a URL: user names there are often tokens. */
export function redactCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s'"]*@/gi, '$1***@');
}

/** git's own words on one line: credentials redacted, control characters escaped, cut at 600 characters. */
export function describeOutput(stderr: string): string {
  const lines = redactCredentials(stderr)
    .split(/[\r\n]+/)
    .map((line) => escapeControlCharacters(line.trim()))
    .filter((line) => line !== '');
  const text = lines.join(' | ');
  return text.length > longestDescription ? `${text.slice(0, longestDescription)}…` : text;
}

/** The error for a git command that failed though it should not have: its own words are the reason. */
export function gitFailure(
  message: string,
  result: Pick<GitResult, 'exitCode' | 'stderr'>,
  hint?: string,
): GitError {
  const words = describeOutput(result.stderr);
  const reason = words === '' ? `git ended with exit code ${result.exitCode}.` : `git says: ${words}`;
  return new GitError(message, hint === undefined ? { reason } : { reason, hint });
}
