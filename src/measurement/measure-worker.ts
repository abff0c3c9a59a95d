import { parentPort } from 'node:worker_threads';
import { loadMeasurer } from '../languages/index.ts';
import { measureContent } from './measure-content.ts';
import type { WorkerTask } from './worker-pool.ts';

/** What a thread does that measures: the build makes a file of its own of this. */
const loading = loadMeasurer();

parentPort?.on('message', async ({ path, bytes }: WorkerTask) => {
  const measure = await loading;
  parentPort?.postMessage(measureContent({ path }, { bytes }, measure));
});
