import type { Measurement } from '../model/metrics.ts';
import type { Dialect } from '../model/source.ts';
import { dialectOf as dialectOfTypescript } from './typescript/dialect.ts';

/** Measures one source text: pure and synchronous. */
export type Measure = (path: string, text: string) => Measurement;

/** A language that is measured. */
interface Language {
  /** Whether a file is of this language, by its path. */
  readonly supports: (path: string) => boolean;
  readonly dialectOf: (path: string) => Dialect;
  /** Loads the analyzer, which may take most of a short run's time. */
  readonly load: () => Promise<Measure>;
}

const supportedExtension = /\.[cm]?[jt]sx?$/i;
const unknownCombination = /\.[cm][jt]sx$/i;

/** TypeScript and JavaScript: .ts .tsx .mts .cts .js .jsx .mjs .cjs, in any case. */
const typescript: Language = {
  supports: (path) => supportedExtension.test(path) && !unknownCombination.test(path),
  dialectOf: dialectOfTypescript,
  load: async () => (await import('./typescript/measure-file.ts')).measureFile,
};

/** Every language. No path is one of two. */
const languages: readonly Language[] = [typescript];

const languageOf = (path: string) => languages.find(({ supports }) => supports(path)) ?? typescript;

/** Whether files of this path's extension are measured. */
export function isSupportedPath(path: string): boolean {
  return languages.some(({ supports }) => supports(path));
}

/** How the text of a file is read. */
export function dialectOf(path: string): Dialect {
  return languageOf(path).dialectOf(path);
}

/** Loads the analyzers, which takes most of a short run's time: call it once, and only where there is a file to measure. */
export async function loadMeasurer(): Promise<Measure> {
  const loaded = await Promise.all(
    languages.map(async (language) => [language, await language.load()] as const),
  );
  const measures = new Map(loaded);
  // Every language that a path can be of is loaded.
  return (path, text) => (measures.get(languageOf(path)) as Measure)(path, text);
}
