import type { DiagnosisLine, Remedy, Trouble } from '../model/diagnosis.ts';

export function ok(subject: string, found: string): DiagnosisLine {
  return { subject, mark: 'ok', found, remedies: [] };
}

export function warning(subject: string, found: string, ...remedies: readonly Remedy[]): DiagnosisLine {
  return { subject, mark: 'warning', found, remedies };
}

export function missing(subject: string, found: string, ...remedies: readonly Remedy[]): DiagnosisLine {
  return { subject, mark: 'missing', found, remedies };
}

/** A line that says what kept something from being found, and what to do about it. */
export function troubled(
  subject: string,
  { message, reason, hint }: Trouble,
  mark: DiagnosisLine['mark'] = 'missing',
): DiagnosisLine {
  const found = reason === null ? message : `${message} ${reason}`;
  return { subject, mark, found, remedies: hint === null ? [] : [{ say: hint }] };
}

/** What to write into `bitbucket-pipelines.yml` for a clone with all its history. */
export const fullClone: Remedy = {
  say: 'Clone the whole history, by the step in bitbucket-pipelines.yml:',
  paste: ['clone:', '  depth: full'],
};

/** The first digits of a hash, for a reader. */
export function short(hash: string): string {
  return hash.slice(0, 12);
}
