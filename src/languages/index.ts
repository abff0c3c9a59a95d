import type { Measurement } from '../model/metrics.ts';

export { dialectOf } from './typescript/dialect.ts';

/** Measures one source text: pure and synchronous. */
export type Measure = (path: string, text: string) => Measurement;

const supportedExtension = /\.[cm]?[jt]sx?$/i;
const unknownCombination = /\.[cm][jt]sx$/i;

/** Whether files of this path's extension are measured: .ts .tsx .mts .cts .js .jsx .mjs .cjs, in any case. */
export function isSupportedPath(path: string): boolean {
  return supportedExtension.test(path) && !unknownCombination.test(path);
}

/** Loads the compiler, which takes most of a short run's time: call it once, and only where there is a file to measure. */
export async function loadMeasurer(): Promise<Measure> {
  const { measureFile } = await import('./typescript/measure-file.ts');
  return measureFile;
}
