/** The kinds of Bitbucket: their APIs have little in common. */
export type PlatformName = 'bitbucket-cloud' | 'bitbucket-data-center';

/** The names that `--connection` and a profile have for the kinds of credentials. */
export const connectionKinds = ['access-token', 'api-token', 'pipelines', 'data-center'] as const;

/** How a Bitbucket is reached: a kind of credentials. */
export type ConnectionKind = (typeof connectionKinds)[number];
