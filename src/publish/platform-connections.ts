import type { ConnectionKind, PlatformName } from '../model/platform.ts';

/** By platform, the connections that reach it, in the order in which `auto` tries them. */
export const connectionsOf: Readonly<Record<PlatformName, readonly ConnectionKind[]>> = {
  'bitbucket-cloud': ['access-token', 'api-token', 'pipelines'],
  'bitbucket-data-center': ['data-center'],
};

/** The platform that a connection reaches. */
export const platformOf: Readonly<Record<ConnectionKind, PlatformName>> = {
  'access-token': 'bitbucket-cloud',
  'api-token': 'bitbucket-cloud',
  pipelines: 'bitbucket-cloud',
  'data-center': 'bitbucket-data-center',
};
