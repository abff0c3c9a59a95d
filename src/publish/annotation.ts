/** Something to be said at one place of the source commit. */
export interface Annotation {
  /** Outlives a push, so that the same thing keeps it from run to run. */
  readonly externalId: string;
  readonly path: string;
  /** On the source commit; `null` where the place is not known: it is then shown at the top of the file. */
  readonly line: number | null;
  /** One line, at most 450 characters. */
  readonly summary: string;
  /** A few lines, at most 2,000 characters. */
  readonly details: string;
  /** Whether it got better there. */
  readonly isImprovement: boolean;
  readonly severity: 'high' | 'medium' | 'low';
}
