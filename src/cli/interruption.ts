import type { EventEmitter } from 'node:events';
import { StoppedError } from '../errors.ts';

/** What ends a run before its end, so that it can still say so where others wait for it. */
export interface Interruption {
  /** Aborts with the error that ends the run: a `StoppedError` for a signal of the system. */
  readonly signal: AbortSignal;
  /**
   * From now on, the first SIGTERM or SIGINT and an error that nothing else catches abort `signal`, instead of ending
   * the process on the spot. The second one ends it.
   */
  readonly listen: () => void;
  /** Back to what the system does by itself. */
  readonly ignore: () => void;
  /** Ends the run for this reason. */
  readonly fail: (error: Error) => void;
}

const signals = ['SIGTERM', 'SIGINT'] as const;
const defects = 'uncaughtException';

/** An interruption that listens to a process only where it is asked to. */
export function createInterruption(process: Pick<EventEmitter, 'on' | 'off'>): Interruption {
  const controller = new AbortController();
  const fail = (error: Error): void => {
    ignore();
    controller.abort(error);
  };
  const stop = (name: string): void => fail(new StoppedError(`The run was told to stop by ${name}.`));
  const ignore = (): void => {
    for (const name of signals) process.off(name, stop);
    process.off(defects, fail);
  };
  const listen = (): void => {
    if (controller.signal.aborted) return;
    ignore();
    for (const name of signals) process.on(name, stop);
    process.on(defects, fail);
  };
  return { signal: controller.signal, listen, ignore, fail };
}

/** Awaits work, but no longer than until the run is to end; what the work then comes to is nobody's business. */
export async function untilInterrupted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const { promise, reject } = withReject();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  work.catch(() => {});
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  promise.catch(() => {});
  return { promise, reject };
}
