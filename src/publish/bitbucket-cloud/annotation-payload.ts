import type { Annotation } from '../annotation.ts';

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

const severities = { high: 'HIGH', medium: 'MEDIUM', low: 'LOW' } as const;

/** CRITICAL is not used: Bitbucket shows it for security alarms, which a code smell is not. */
export function toAnnotationPayload(annotation: Annotation): AnnotationPayload {
  const { externalId, path, line, summary, details, isImprovement, severity } = annotation;
  return {
    external_id: externalId,
    annotation_type: 'CODE_SMELL',
    path,
    ...(line === null ? {} : { line }),
    summary,
    details,
    result: isImprovement ? 'PASSED' : 'FAILED',
    severity: severities[severity],
  };
}
