/** The kinds of Bitbucket: their APIs have little in common. */
export type PlatformName = 'bitbucket-cloud' | 'bitbucket-data-center';

/** How a Bitbucket is reached: the kinds of credentials, by the names of their connections. */
export type ConnectionKind = 'access-token' | 'api-token' | 'pipelines' | 'data-center';
