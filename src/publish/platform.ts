import type { BuildState, BuildStatus, FinalStatus } from './build-status.ts';
import type { Channel } from './channel.ts';
import type { ApiRequest } from './http/api.ts';
import type { ServerAddress } from './server-address.ts';
import type { PublishTarget } from './target.ts';

/** What a build status is set on, and under which name. */
export interface StatusPlace {
  readonly target: PublishTarget;
  readonly reportId: string;
}

/** One kind of Bitbucket: what it can be told, in the order in which it is told. */
export interface Platform {
  readonly channels: readonly Channel[];
  /** @throws UsageError for a target that is none on this kind of Bitbucket */
  readonly checkTarget: (target: PublishTarget) => void;
  /** The request that sets the build status of the commit. Sending it twice is the same as sending it once. */
  readonly toStatusRequest: (
    status: BuildStatus,
    on: StatusPlace & { readonly server: ServerAddress },
  ) => ApiRequest;
  /** What this kind of Bitbucket calls the states. */
  readonly stateNames: Readonly<Record<BuildState, string>>;
  /** The state to end with where the server does not know another one (400); it must not stay in progress. */
  readonly plainerStates: Partial<Readonly<Record<FinalStatus['state'], FinalStatus['state']>>>;
  /** What to do where the status may not be set because another one may. */
  readonly statusForbiddenHint: string;
}
