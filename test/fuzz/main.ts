import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSupportedPath } from '../../src/languages/index.ts';
import { type Failure, fuzz, fuzzSources, subjects } from './fuzz.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1000' },
    mutants: { type: 'string', default: '1000' },
  },
});
const [seed, runs, mutants] = [values.seed, values.runs, values.mutants].map(Number) as [
  number,
  number,
  number,
];
const folders = positionals.length === 0 ? ['src'] : positionals;

/** Larger sources take long to measure, and are no other kind of code. */
const longestSource = 60_000;

/** Where inputs that fail are kept. */
const reports = 'reports/fuzz';

function readSources(): readonly Buffer[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const sources = files.filter((file) => isSupportedPath(file) && isSource(file));
  return sources.sort().map((file) => readFileSync(file));
}

function isSource(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= longestSource;
}

function tell({ subject, input, error }: Failure, number: number): void {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, `${subject.replace(/\W+/g, '-')}-${number}.bin`);
  writeFileSync(file, input);
  console.error(`✗ ${subject}: ${(error as Error)?.stack ?? error}\n  the input is kept in ${file}`);
}

const failures: Failure[] = [];
for (const subject of subjects) {
  const failure = await fuzz(subject, runs, seed);
  console.log(`${failure ? '✗' : '✓'} ${subject.name}: ${runs} inputs`);
  if (failure) failures.push(failure);
}
const sources = readSources();
const figures = await fuzzSources(sources, sources.length === 0 ? 0 : mutants, {
  seed,
  now: () => performance.now(),
});
failures.push(...figures.failures);
console.log(
  `${figures.failures.length === 0 ? '✓' : '✗'} ${figures.mutants} mutants of ${sources.length} sources, ${figures.failures.length} fail; the slowest took ${(figures.slowest / 1000).toFixed(1)} s`,
);
console.log(
  `${subjects.length * runs} inputs of ${subjects.length} readers, seed ${seed}: ${failures.length} failures`,
);
failures.forEach(tell);
process.exitCode = failures.length === 0 ? 0 : 1;
