/** How far a build is, in the words of Bitbucket Cloud. */
export type BuildState = 'INPROGRESS' | 'SUCCESSFUL' | 'FAILED' | 'STOPPED';

/** The state of a check on the commit that is checked; a team can require that it is SUCCESSFUL before a merge. */
export interface BuildStatus {
  readonly state: BuildState;
  /** One sentence for a reader. Text from the repository or from outside may be in it. */
  readonly description: string;
}

/** A state that a build does not leave by itself. */
export interface FinalStatus extends BuildStatus {
  readonly state: Exclude<BuildState, 'INPROGRESS'>;
}
