/** How far measuring has come. */
export interface MeasuringProgress {
  /** Count of files that are measured, or could not be. */
  readonly done: number;
  /** Count of files that are to be measured. */
  readonly total: number;
}
