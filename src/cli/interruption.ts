import { StoppedError } from '../errors.ts';

/** What ends a run before its end, so that it can still say so where others wait for it. */
export interface Interruption {
  /** Aborts with the error that ends the run: a `StoppedError` for a signal of the system. */
  readonly signal: AbortSignal;
  /** From now on, an error that nothing else catches aborts `signal`, instead of ending the process on the spot. */
  readonly catchDefects: () => void;
  /** From now on, the first SIGTERM or SIGINT aborts `signal`; the second one ends the process on the spot. */
  readonly catchSignals: () => void;
  /** Back to what the system does by itself; an error that nothing catches ends the process by `onDefect` again. */
  readonly ignore: () => void;
  /** Ends the run for this reason. */
  readonly fail: (error: Error) => void;
}

const signals = ['SIGTERM', 'SIGINT'] as const;

/** What of a process is used. */
type SignalledProcess = Pick<NodeJS.Process, 'on' | 'off' | 'removeAllListeners' | 'kill' | 'pid'>;

/**
 * An interruption that listens to the signals of a process only where it is asked to.
 * @param onDefect ends the process for an error that nothing catches, while no run waits for it: Node itself would end
 *   with 1, which is a verdict
 */
export function createInterruption(
  process: SignalledProcess,
  onDefect: (error: Error) => void,
): Interruption {
  const controller = new AbortController();
  const fail = (error: Error): void => controller.abort(error);
  const stop = (name: NodeJS.Signals): void => {
    if (!controller.signal.aborted) {
      fail(new StoppedError(`The run was told to stop by ${name}.`));
      return;
    }
    // Others listen as well, such as who ends the git processes together with this one.
    process.removeAllListeners(name);
    process.kill(process.pid, name);
  };
  let endByDefect = onDefect;
  process.on('uncaughtException', (error) => endByDefect(error));
  const catchDefects = (): void => {
    endByDefect = fail;
  };
  const catchSignals = (): void => {
    for (const name of signals) process.on(name, stop);
  };
  const ignore = (): void => {
    for (const name of signals) process.off(name, stop);
    endByDefect = onDefect;
  };
  return { signal: controller.signal, catchDefects, catchSignals, ignore, fail };
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
