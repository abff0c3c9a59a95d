import { PublishError } from '../errors.ts';

/**
 * Does something on Bitbucket, which may fail.
 * @returns what came of it, or why it failed. Anything but a PublishError is a bug and thrown.
 */
export async function attempt<T>(action: () => Promise<T>): Promise<T | PublishError> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof PublishError) return error;
    throw error;
  }
}

/** The same where nothing comes of it. @returns `null` where it went well. */
export async function failureOf(action: () => Promise<void>): Promise<PublishError | null> {
  return (await attempt(action)) ?? null;
}

/** A failure on one line: what, why, what to do. */
export function describeFailure(failure: PublishError): string {
  return `${failure.message} ${failureDetails(failure)}`.trim();
}

/** Why, and what to do. */
export function failureDetails({ reason, hint }: PublishError): string {
  return [reason, hint].filter((part) => part !== undefined).join(' ');
}
