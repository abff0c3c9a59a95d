import { cutText } from '../../text/cut-text.ts';
import type { Annotation } from '../annotation.ts';
import { limits } from './limits.ts';

/** An annotation as the Bitbucket Data Center REST API, insights, takes it. */
export interface AnnotationPayload {
  readonly externalId: string;
  readonly type: 'CODE_SMELL';
  readonly path: string;
  /** On the source commit; left out where the place is not known, which shows it at the top of the file. */
  readonly line?: number;
  readonly message: string;
  readonly severity: 'HIGH' | 'MEDIUM' | 'LOW';
}

const severities = { high: 'HIGH', medium: 'MEDIUM', low: 'LOW' } as const;

/** Data Center has one text for what Cloud has two for, and no mark for what got better: the text says it. */
export function toAnnotationPayload(annotation: Annotation): AnnotationPayload {
  const { externalId, path, line, summary, details, severity } = annotation;
  return {
    externalId,
    type: 'CODE_SMELL',
    path,
    ...(line === null ? {} : { line }),
    message: cutText(`${summary}\n\n${details}`, limits.messageLength),
    severity: severities[severity],
  };
}
