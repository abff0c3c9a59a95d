/** The kinds of Bitbucket: their APIs have little in common. */
export type PlatformName = 'bitbucket-cloud' | 'bitbucket-data-center';

/** How a Bitbucket is reached: the kinds of credentials, by the names that `--connection` and a profile have for them. */
export const connectionKinds = ['access-token', 'api-token', 'pipelines', 'data-center'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];
