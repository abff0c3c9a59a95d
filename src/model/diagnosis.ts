import type { ConnectionKind, PlatformName } from './platform.ts';
import type { FeedbackSettings, Profile } from './profile.ts';

/** What went wrong where something was looked at, for a reader. */
export interface Trouble {
  readonly message: string;
  readonly reason: string | null;
  /** What to do about it. */
  readonly hint: string | null;
}

/** What was found, or what kept it from being found. */
export type Examined<T> = { readonly found: T } | { readonly trouble: Trouble };

/** Where the command runs: `branch` is a pipeline without a pull request. */
export type PlaceKind = 'pull-request' | 'branch' | 'local';

/** A variable of Bitbucket Pipelines, or the flag that takes its place. */
export interface VariableFacts {
  readonly name: string;
  /** `null` where it is not set. */
  readonly value: string | null;
  /** The flag whose value counts instead, such as `--commit`. */
  readonly flag: string | null;
  /** Why the value cannot be used. */
  readonly trouble: Trouble | null;
  /** The full hash, where the value is one of a commit. */
  readonly commit: string | null;
}

export interface GitFacts {
  readonly version: string;
  /** Path of the program, `null` where only the system knows. */
  readonly program: string | null;
}

export interface RepositoryFacts {
  readonly root: string;
  /** The folder belongs to another user, so that git by itself would refuse it. */
  readonly isForeign: boolean;
  readonly shallow: boolean;
  /** Count of commits that led to HEAD, as far as the clone has them; `null` where nothing was committed. */
  readonly commits: number | null;
}

export interface TargetFacts {
  /** The name of a branch, or the revision as it was given. */
  readonly ref: string;
  /** Full hash of its tip in this clone; `null` where check has to fetch it. */
  readonly commit: string | null;
  /** What origin says of the branch; `null` where it is not asked. */
  readonly remote: Examined<{ readonly tip: string | null }> | null;
  /** Full hash; `null` where the clone does not have it, or cannot be sure of it. */
  readonly mergeBase: Examined<string> | null;
  /** Whether the year before the tip is there, can be had from origin, or is missing; `null`: not known. */
  readonly history: 'complete' | 'from-origin' | 'missing' | null;
}

export interface ProfileFacts {
  readonly name: string;
  readonly origin: string;
  readonly warnings: readonly string[];
  readonly feedback: FeedbackSettings;
  /** It should be the target's, which is not in the clone yet: this is the working tree's. */
  readonly isStandIn: boolean;
  readonly connections: Profile['connections'];
}

export interface CredentialFacts {
  readonly kind: ConnectionKind;
  /** The variables that are set, or the proxy's address: never a value that is secret. `null` where it is not there. */
  readonly source: Examined<string> | null;
}

/** What is asked of Bitbucket: each by one request that changes nothing. */
export const permissionNames = [
  'repository',
  'commit',
  'report',
  'build-status',
  'pull-request',
  'comment',
] as const;
export type PermissionName = (typeof permissionNames)[number];

export interface PermissionFacts {
  readonly permission: PermissionName;
  /** HTTP status; `null` where there was no answer. */
  readonly status: number | null;
  /** `null` where the answer is as good as a yes. */
  readonly trouble: Trouble | null;
}

export interface BitbucketFacts {
  /** The address of the API, or why what was given is none. */
  readonly api: Examined<{ readonly url: string; readonly platform: PlatformName }>;
  readonly credentials: readonly CredentialFacts[];
  /** Variables that are set and of no use, a sentence each. */
  readonly leftovers: readonly string[];
  /** The kind of credentials that is used, `null` for none; or why what was asked for cannot be. */
  readonly connection: Examined<string | null>;
  /** A connection was named, so that publishing must succeed. */
  readonly isNamed: boolean;
  /** `workspace/repository`; `null` where neither variables nor origin say it. */
  readonly repository: string | null;
  /** Empty where nothing can be asked. */
  readonly permissions: readonly PermissionFacts[];
  /** The scopes that Bitbucket says the credentials have; `null` where it does not say. */
  readonly scopes: string | null;
}

/** Everything that is known of the place. */
export interface PlaceFacts {
  readonly kind: PlaceKind;
  /** Without the "v". */
  readonly node: string;
  readonly stdout: { readonly isTerminal: boolean; readonly color: boolean; readonly width: number };
  readonly git: Examined<GitFacts>;
  readonly repository: Examined<RepositoryFacts>;
  /** Empty outside of a pipeline. */
  readonly variables: readonly VariableFacts[];
  /** `null` where it cannot be looked for: no repository. */
  readonly target: Examined<TargetFacts | null> | null;
  readonly profile: Examined<ProfileFacts> | null;
  readonly bitbucket: BitbucketFacts;
}

/** `missing`: check, or the publishing that is on here, needs it. */
export type Mark = 'ok' | 'warning' | 'missing';

/** Something to do. */
export interface Remedy {
  readonly say: string;
  /** Lines to be copied as they are. */
  readonly paste?: readonly string[];
}

/** One thing that was looked at. */
export interface DiagnosisLine {
  readonly subject: string;
  readonly mark: Mark;
  readonly found: string;
  readonly remedies: readonly Remedy[];
}

export interface DiagnosisSection {
  readonly title: string;
  readonly lines: readonly DiagnosisLine[];
}

export interface Diagnosis {
  readonly sections: readonly DiagnosisSection[];
  /** Nothing is missing; there may be warnings. */
  readonly isReady: boolean;
}
