/** What a process may use of the machine that it runs on. */
export interface Machine {
  /** Processors that it may run on at the same time; a share of one counts. */
  readonly processors: number;
  /** Bytes of memory. */
  readonly memory: number;
}

/**
 * Less than this is measured as fast by one thread: each further one loads the compiler for itself, and begins with
 * code that is not optimised yet. Measured on two processors.
 */
const minBytes = 20_000_000;

/** What one thread is taken to need at most: the compiler, and the syntax tree of the largest file that is measured. */
const bytesOfThread = 512 * 1024 * 1024;

/** More threads than this wait for the one that reads. */
const mostJobs = 16;

/**
 * How many threads pay off for an amount of source code: one for each processor, as far as the memory goes beside the
 * thread that reads and reports. Pure.
 * @param bytes of source code
 * @returns 1 where it is measured without further threads
 */
export function chooseJobs(bytes: number, { processors, memory }: Machine): number {
  if (bytes < minBytes) return 1;
  const inMemory = Math.floor(memory / bytesOfThread) - 1;
  return Math.max(1, Math.min(Math.floor(processors), inMemory, mostJobs));
}

/** What the system says of itself. */
export interface SystemFacts {
  /** Processors that the system lets the process run on. */
  readonly processors: number;
  /** Bytes of memory of the whole machine. */
  readonly memory: number;
  /** The text of a file below `/sys/fs/cgroup`; `null` where it is not there. */
  readonly readLimit: (file: string) => string | null;
}

/**
 * What a process may use where a container limits it by control groups, of version 2 or 1 (cgroups(7)): a step of a
 * pipeline has a part of the machine that it runs on. Pure.
 */
export function limitedMachine({ processors, memory, readLimit }: SystemFacts): Machine {
  const numberIn = (file: string): number => toNumber(readLimit(file));
  const [quota = '', period = ''] = (readLimit('cpu.max') ?? '').trim().split(' ');
  const share = toNumber(quota) / toNumber(period);
  const oldShare = numberIn('cpu/cpu.cfs_quota_us') / numberIn('cpu/cpu.cfs_period_us');
  return {
    processors: smallest(processors, [share, oldShare]),
    memory: smallest(memory, [numberIn('memory.max'), numberIn('memory/memory.limit_in_bytes')]),
  };
}

/** `max` in version 2 and a negative number in version 1 are no limits. */
function toNumber(text: string | null): number {
  return /^\d+\s*$/.test(text ?? '') ? Number(text) : Number.NaN;
}

function smallest(whole: number, limits: readonly number[]): number {
  return Math.min(whole, ...limits.filter((limit) => limit > 0 && Number.isFinite(limit)));
}
