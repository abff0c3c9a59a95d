/** The floor under the code health of a repository. Each value is the last allowed one. */
export interface Floor {
  /** Of the average score, weighted by lines of code. */
  readonly minScore: number;
  readonly maxRedFiles: number;
  /** Of red and yellow files together, so that a red file may become a yellow one. */
  readonly maxRedAndYellowFiles: number;
}

/** By what a floor was measured: another analyzer, or other rules, move scores though no file changes. */
export interface Yardstick {
  /** Version of codescene-pr. */
  readonly version: string;
  /** Hash of the rules, exclusions and overrides of the profile. */
  readonly rules: string;
}

/** A stored floor, and what it was measured for and by. */
export interface Ratchet extends Floor {
  /** The files and folders that were reviewed, relative to the repository; none for all of it. */
  readonly paths: readonly string[];
  readonly measuredBy: Yardstick;
}

/** The floor that a review is held against. */
export interface RatchetInForce {
  /** Of the file that it is stored in; relative to the repository where it stands in there. */
  readonly path: string;
  /** `null` where it is yet to be created. */
  readonly floor: Floor | null;
}
