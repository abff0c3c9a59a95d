import type { Result } from 'sarif';
import { fingerprint } from '../../delta/fingerprint.ts';

/** Whose identity is asked for: a smell, or a gate, in a function or a file. */
export interface Subject {
  readonly path: string;
  readonly ruleId: string;
  readonly function: string | null;
}

export type Identify = (subject: Subject) => Required<Pick<Result, 'partialFingerprints'>>;

/**
 * Gives every result an identity without lines and numbers: it stays when code moves within a file and when a value
 * changes. What has the same smell in functions of the same name is told apart by its order, so ask in that order.
 */
export function createIdentify(): Identify {
  const seen = new Map<string, number>();
  return ({ path, ruleId, function: name }) => {
    const identity = fingerprint(path, ruleId, name);
    const ordinal = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, ordinal);
    return { partialFingerprints: { 'codescenePrFinding/v1': `${identity}:${ordinal}` } };
  };
}
