import { PublishError } from '../errors.ts';
import type { ChannelOutcome } from './channel.ts';

/** @returns what Bitbucket made of it, `null` where it went well. Anything but a PublishError is a bug and thrown. */
export async function attempt(action: () => Promise<void>): Promise<PublishError | null> {
  try {
    await action();
    return null;
  } catch (error) {
    if (error instanceof PublishError) return error;
    throw error;
  }
}

/** A failure on one line: what happened, Bitbucket's own words, what to do. */
export function toMessage(failure: PublishError): string {
  return `${failure.message} ${detailsOf(failure)}`.trim();
}

/** Why it failed, and what to do. */
export function detailsOf({ reason, hint }: PublishError): string {
  return [reason, hint].filter((part) => part !== undefined).join(' ');
}

/** Report and annotations, skipped for the same reason. */
export function bothSkipped(message: string): readonly ChannelOutcome[] {
  return [
    { channel: 'report', status: 'skipped', message },
    { channel: 'annotations', status: 'skipped', message },
  ];
}

/** Report and annotations, where already the report failed. */
export function notOpened(failure: PublishError): readonly ChannelOutcome[] {
  return [
    { channel: 'report', status: 'failed', message: toMessage(failure) },
    { channel: 'annotations', status: 'failed', message: 'Not sent, as there is no report to put them on.' },
  ];
}
