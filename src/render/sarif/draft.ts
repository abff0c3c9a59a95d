import type { Result } from 'sarif';

/** A result before it has its identity. */
export interface Draft {
  readonly line: number;
  readonly function: string | null;
  readonly result: Result & { readonly ruleId: string };
}
