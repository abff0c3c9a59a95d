import type { Channel } from './channel.ts';
import type { PublishTarget } from './target.ts';

/** One kind of Bitbucket: what it can be told, in the order in which it is told. */
export interface Platform {
  readonly channels: readonly Channel[];
  /** @throws UsageError for a target that is none on this kind of Bitbucket */
  readonly checkTarget: (target: PublishTarget) => void;
}
