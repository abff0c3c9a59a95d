import type { Channel } from './channel.ts';

/** One kind of Bitbucket: what it can be told, in the order in which it is told. */
export interface Platform {
  readonly channels: readonly Channel[];
}
