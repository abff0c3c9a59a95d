import type { PublishError } from '../errors.ts';
import type { ChannelOutcome } from './channel.ts';
import { describeFailure } from './failures.ts';

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
    { channel: 'report', status: 'failed', message: describeFailure(failure) },
    { channel: 'annotations', status: 'failed', message: 'Not sent, as there is no report to put them on.' },
  ];
}
