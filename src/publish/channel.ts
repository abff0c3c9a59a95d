import type { FeedbackSettings } from '../model/profile.ts';
import type { Report } from '../model/report.ts';
import type { Connection } from './connection.ts';
import type { Client } from './http/api.ts';
import type { ServerAddress } from './server-address.ts';
import type { PublishTarget } from './target.ts';

/** What became of one part of the feedback on a pull request. */
export interface ChannelOutcome {
  readonly channel: 'build-status' | 'report' | 'annotations' | 'comment';
  readonly status: 'published' | 'skipped' | 'failed';
  /** For a reader, on one line, without a secret. */
  readonly message: string;
}

/** What a channel publishes, and how. */
export interface ChannelInput {
  readonly client: Client;
  /** `null` where requests are only shown. */
  readonly connection: Connection['kind'] | null;
  readonly server: ServerAddress;
  readonly report: Report;
  readonly target: PublishTarget;
  readonly reportId: string;
  readonly feedback: FeedbackSettings;
}

/** Publishes one part of the feedback. A failure of Bitbucket is an outcome, not an exception. */
export type Channel = (input: ChannelInput) => Promise<readonly ChannelOutcome[]>;
