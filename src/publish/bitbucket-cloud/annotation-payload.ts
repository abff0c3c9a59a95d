/** An annotation as the Bitbucket Cloud REST API, reports, takes it. */
export interface AnnotationPayload {
  readonly external_id: string;
  readonly annotation_type: 'CODE_SMELL';
  readonly path: string;
  /** On the source commit; left out where the place is not known, which shows it at the top of the file. */
  readonly line?: number;
  readonly summary: string;
  readonly details: string;
  readonly result: 'PASSED' | 'FAILED';
  readonly severity: 'HIGH' | 'MEDIUM' | 'LOW';
}
