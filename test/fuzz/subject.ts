import type fc from 'fast-check';

/** A reader of something from outside, with inputs of its shape and what it promises whatever it is given. */
export interface Subject {
  readonly name: string;
  /** Inputs of the right shape, and such as are nearly so. */
  readonly inputs: fc.Arbitrary<Buffer>;
  /** Throws where the reader breaks a promise for this input, which may be anything. */
  readonly check: (input: Buffer) => void | Promise<void>;
}

/** A class of errors that a reader may throw. */
type ErrorClass = abstract new (...values: never[]) => Error;

/** Calls a reader; `null` where it refuses in the way that it says it does. Any other error goes on. */
export function unlessRefused<T>(refusal: ErrorClass, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof refusal && error.message !== '') return null;
    throw error;
  }
}

/** Fails with a sentence where something does not hold. */
export function demand(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** Fails where two answers of one reader differ. */
export function demandSame(first: unknown, second: unknown): void {
  demand(JSON.stringify(first) === JSON.stringify(second), 'the same input was read in two ways');
}

/** A character that no message may have. */
export const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
