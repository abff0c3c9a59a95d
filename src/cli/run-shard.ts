import { resolve } from 'node:path';
import { readParallelStep } from '../context/index.ts';
import { type ExitCode, exitCodes, UsageError } from '../errors.ts';
import type { Shard } from '../model/partial-result.ts';
import { measureShard } from '../pipeline/measure-shard.ts';
import { isTooLarge, maxMegabytes } from '../pipeline/read-untrusted-file.ts';
import { formatPartial } from '../result/index.ts';
import { type CheckOptions, contextOptionsOf } from './check-options.ts';
import { chooseCache } from './choose-cache.ts';
import { untilInterrupted } from './interruption.ts';
import { createNotes } from './notes.ts';
import type { ProcessLike } from './process-like.ts';
import { createProgress } from './progress.ts';
import { writeAtomically } from './write-atomically.ts';

/** A `check --shard`. */
interface ShardRun {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly shard: Shard | 'auto';
  /** Whether an option was given as a flag: what the environment says is meant for other steps as well. */
  readonly isFlag: (option: string) => boolean;
}

/**
 * Runs `check --shard`: measures its part and writes the partial result to the files asked for, or else to stdout.
 * Neither judges nor publishes.
 */
export async function runShard(
  host: ProcessLike,
  { paths, options, shard: given, isFlag }: ShardRun,
): Promise<ExitCode> {
  refuseUnsuitable(options, isFlag);
  const shard = given === 'auto' ? readParallelStep(host.env) : given;
  const { cwd, env, interruption } = host;
  const { profile, profileFrom } = options;
  const signal = interruption?.signal;
  const progress = createProgress(host, { quiet: options.quiet === true, counted: 'contents' });
  const request = {
    cwd,
    env,
    paths,
    profile,
    profileFrom,
    jobs: options.jobs,
    options: contextOptionsOf(options),
    signal,
    shard,
    cache: chooseCache(host, options),
    onProgress: progress.show,
  };
  const part = await untilInterrupted(measureShard(request), signal).finally(progress.erase);
  const text = formatPartial(part);
  if (isTooLarge(text)) {
    throw new UsageError(`The partial result has more than ${maxMegabytes} MB, which merge would not read.`, {
      hint: `Divide the change into more than ${shard.count} parts.`,
    });
  }
  const files = (options.output ?? []).filter(({ format }) => format === 'json');
  if (files.length === 0) host.stdout.write(text);
  for (const { path } of files) await writeAtomically(resolve(cwd, path), text, 'The partial result');
  createNotes(host, options).note(
    `Part ${shard.index}/${shard.count}: measured ${part.sides.length} contents. codescene-pr merge judges all parts together.`,
  );
  return exitCodes.passed;
}

/** What a shard cannot do is refused rather than left out. */
function refuseUnsuitable(options: CheckOptions, isFlag: (option: string) => boolean): void {
  const has = (name: keyof CheckOptions) => isFlag(name) && options[name] !== false;
  const toMerge = ['coverage', 'dryRun', 'publish', 'connection', 'all'] as const;
  const [late] = toMerge.filter(has);
  if (late !== undefined) {
    throw new UsageError(`--shard and ${flags[late]} contradict each other.`, {
      reason: 'A shard measures its part; it neither reports nor publishes.',
      hint: `Give ${flags[late]} to codescene-pr merge.`,
    });
  }
  const isOther = (format: string) => format !== 'json';
  const formats = [
    ...(isFlag('format') ? [options.format] : []),
    ...(isFlag('output') ? (options.output ?? []).map(({ format }) => format) : []),
  ];
  if (formats.some(isOther)) {
    throw new UsageError(`A shard writes JSON alone, and ${formats.find(isOther)} is asked for.`, {
      hint: 'Give --output json=<path> here, and the other format to codescene-pr merge.',
    });
  }
}

const flags = {
  coverage: '--coverage',
  dryRun: '--dry-run',
  publish: '--publish',
  connection: '--connection',
  all: '--all',
} as const;
