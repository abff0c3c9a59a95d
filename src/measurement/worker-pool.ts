import { Worker } from 'node:worker_threads';
import type { SideResult } from '../model/measured-file.ts';
import { notMeasured } from './measure-content.ts';

/** What a thread is given: the content of one side, and the path that says how it is read. */
export interface WorkerTask {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Threads that measure. */
export interface WorkerPool {
  /** As many contents may wait or be measured at the same time. */
  readonly width: number;
  /**
   * Measures a content in some thread. Where that thread ends meanwhile, as it does for want of memory, the content
   * is not measured and everything else goes on.
   */
  readonly measure: (path: string, bytes: Uint8Array) => Promise<SideResult>;
  /** Ends every thread, whatever it does. */
  readonly close: () => Promise<void>;
}

interface Waiting extends WorkerTask {
  readonly resolve: (result: SideResult) => void;
  readonly reject: (error: unknown) => void;
}

export interface PoolOptions {
  /** Count of threads, at least 1. */
  readonly jobs: number;
  /** The script of a thread: takes tasks one after the other, and answers each with its result. */
  readonly script: URL;
  /** Megabytes of objects that one thread may hold. */
  readonly maxMegabytes?: number;
}

/** Of the heap of a thread: the largest file that is measured needs a fraction of it. */
const defaultMegabytes = 1024;

/**
 * The stack of a thread in megabytes: what Node leaves of it for scripts is what the main thread has by default (984 kB),
 * so that what is nested too deeply for the one is for the other.
 */
const stackMegabytes = 1176 / 1024;

/** Starts threads as they are needed, up to a count. */
export function createWorkerPool({ jobs, script, maxMegabytes = defaultMegabytes }: PoolOptions): WorkerPool {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const resourceLimits = { maxOldGenerationSizeMb: maxMegabytes, stackSizeMb: stackMegabytes };
  let isClosed = false;

  const take = (worker: Worker): Waiting | undefined => {
    const task = busy.get(worker);
    busy.delete(worker);
    return task;
  };

  const hasFree = () => !isClosed && (idle.length > 0 || busy.size < jobs);

  const goOn = (): void => {
    while (hasFree()) {
      const task = waiting.shift();
      if (!task) return;
      give(idle.pop() ?? start(), task);
    }
  };

  const give = (worker: Worker, task: Waiting): void => {
    busy.set(worker, task);
    // A copy that can be handed over: what was read may be a part of a larger buffer.
    const bytes = new Uint8Array(task.bytes);
    worker.postMessage({ path: task.path, bytes } satisfies WorkerTask, [bytes.buffer]);
  };

  const start = (): Worker => {
    const worker = new Worker(script, { resourceLimits });
    worker.on('message', (result: SideResult) => {
      take(worker)?.resolve(result);
      idle.push(worker);
      goOn();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      endByError(take(worker), error);
    });
    worker.on('exit', () => {
      take(worker)?.resolve(notMeasured('the thread that measured it ended'));
      remove(idle, worker);
      goOn();
    });
    return worker;
  };

  return {
    width: jobs * 2,
    measure: (path, bytes) =>
      new Promise((resolve, reject) => {
        waiting.push({ path, bytes, resolve, reject });
        goOn();
      }),
    close: async () => {
      isClosed = true;
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}

function endByError(task: Waiting | undefined, error: NodeJS.ErrnoException): void {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') task?.resolve(notMeasured('there was too little memory'));
  else task?.reject(error);
}

function remove<T>(items: T[], item: T): void {
  const place = items.indexOf(item);
  if (place !== -1) items.splice(place, 1);
}
