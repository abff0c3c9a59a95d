/** What publishing needs from its surroundings. */
export interface PublishSurroundings {
  /** One line for the user, without a line break. */
  readonly log: (line: string) => void;
  /** Resolves after so many milliseconds, or earlier when the signal, where one is given, aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends publishing early, for a run that is told to stop. */
  readonly signal?: AbortSignal;
}
