import type { Answer } from './route.ts';

/** What goes wrong with one request. `applied` faults do what was asked and lose the answer. */
export type Fault =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'reset-in-body'; readonly applied: boolean }
  | { readonly kind: 'reset-without-answer'; readonly applied: boolean }
  | { readonly kind: 'truncated-json'; readonly applied: boolean }
  | { readonly kind: 'endless-body' }
  | { readonly kind: 'hang' };

/** What a schedule may look at. */
export interface FaultSubject {
  /** Of all requests to the server, from 0. */
  readonly ordinal: number;
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** Decides what goes wrong with a request; `null` for nothing. */
export type FaultSchedule = (subject: FaultSubject) => Fault | null;

export const noFaults: FaultSchedule = () => null;

export function answering(answer: Answer): Fault {
  return { kind: 'answer', answer };
}

/** The first request gets the first fault, and so on; the later ones get none. */
export function inOrder(faults: readonly (Fault | null)[]): FaultSchedule {
  return ({ ordinal }) => faults[ordinal] ?? null;
}

/** The n-th request of that method gets the n-th fault. */
export function onMethod(method: string, faults: readonly (Fault | null)[]): FaultSchedule {
  let seen = 0;
  return (subject) => {
    if (subject.method !== method) return null;
    seen += 1;
    return faults[seen - 1] ?? null;
  };
}

/** Every request of that method gets the fault. */
export function always(fault: Fault, method?: string): FaultSchedule {
  return (subject) => (method === undefined || subject.method === method ? fault : null);
}
