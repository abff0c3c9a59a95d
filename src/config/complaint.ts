import type { ProfileProblem } from '../errors.ts';
import { dottedKey, type KeyPath } from './key-path.ts';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at a place of a profile, before the file's name is known. */
export interface Complaint {
  readonly position: Position;
  readonly path: KeyPath;
  readonly message: string;
  readonly suggestion: string | null;
}

/** The problem that a complaint is in a certain file. */
export function toProblem({ position, path, message, suggestion }: Complaint, file: string): ProfileProblem {
  return { file, ...position, key: dottedKey(path), message, suggestion };
}
