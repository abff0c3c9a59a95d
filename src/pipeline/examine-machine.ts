import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { limitedMachine, type Machine } from '../measurement/choose-jobs.ts';

/** What this process may use of the machine. */
export function examineMachine(): Machine {
  return limitedMachine({
    processors: availableParallelism(),
    memory: totalmem(),
    readLimit: (file) => {
      try {
        return readFileSync(path.join('/sys/fs/cgroup', file), 'utf8');
      } catch {
        return null;
      }
    },
  });
}
