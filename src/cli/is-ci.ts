import type { ProcessLike } from './process-like.ts';

/** Whether nobody looks on: `CI` as build servers set it. */
export function isCi({ CI: value }: ProcessLike['env']): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}
