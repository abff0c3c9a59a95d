import { InvalidArgumentError } from 'commander';
import { UsageError } from '../errors.ts';
import { connectionPresets } from '../publish/connection-preset.ts';
import { type FormatName, formatNames } from '../render/format-names.ts';
import { nearest } from '../text/nearest.ts';

const on = new Set(['1', 'true', 'yes', 'on']);
const off = new Set(['0', 'false', 'no', 'off', '']);

/**
 * Reads a switch from an environment variable: 1, true, yes, on; 0, false, no, off and empty.
 * @throws UsageError for anything else.
 */
export function readSwitch(variable: string, value: string): boolean {
  const word = value.trim().toLowerCase();
  if (on.has(word)) return true;
  if (off.has(word)) return false;
  throw new UsageError(`${variable} is ${JSON.stringify(value)}, which is neither on nor off.`, {
    hint: 'Use 1, true, yes or on; or 0, false, no, off or nothing.',
  });
}

/** Reads a whole or broken number of seconds greater than zero and no longer than an hour. */
export function parseSeconds(value: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new InvalidArgumentError('Expected a number of seconds from above 0 to 3600.');
  }
  return seconds;
}

/** Reads a score: 1.0 to 10.0, with at most the two decimals that a score has. */
export function parseScore(value: string): number {
  const score = /^\d{1,2}(\.\d{1,2})?$/.test(value) ? Number(value) : Number.NaN;
  if (!(score >= 1 && score <= 10)) {
    throw new InvalidArgumentError('Expected a score from 1.0 to 10.0 with at most two decimals.');
  }
  return score;
}

const mostJobs = 64;

/** Reads a count of threads. */
export function parseJobs(value: string): number {
  const jobs = /^[1-9]\d?$/.test(value) ? Number(value) : Number.NaN;
  if (!(jobs <= mostJobs)) throw new InvalidArgumentError(`Expected a number from 1 to ${mostJobs}.`);
  return jobs;
}

/** Reads an id that Bitbucket counts from 1. */
export function parsePositiveInteger(value: string): string {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new InvalidArgumentError('Expected a number from 1.');
  return value;
}

/** Reads the name of a connection; whether there is one of that name only the profile can tell. */
export function parseConnectionName(value: string): string {
  if (/^[a-z][a-z0-9-]{0,49}$/.test(value)) return value;
  const suggestion = nearest(value, connectionPresets);
  throw new InvalidArgumentError(
    suggestion === null
      ? `Use one of ${connectionPresets.join(', ')}, or a name of the profile's connections.`
      : `Did you mean "${suggestion}"?`,
  );
}

/** Collects repeated `--coverage file` options. */
export function collectFiles(value: string, previous: readonly string[] = []): readonly string[] {
  if (value === '') throw new InvalidArgumentError('Expected the path of a file.');
  return [...previous, value];
}

/** One `--output format=path`. */
export interface OutputRequest {
  readonly format: FormatName;
  readonly path: string;
}

/** Collects repeated `--output format=path` options. */
export function collectOutputs(
  value: string,
  previous: readonly OutputRequest[] = [],
): readonly OutputRequest[] {
  const separator = value.indexOf('=');
  const format = formatNames.find((name) => name === value.slice(0, Math.max(separator, 0)));
  const path = value.slice(separator + 1);
  if (format === undefined || path === '') {
    throw new InvalidArgumentError(`Expected <format>=<path>, with a format of: ${formatNames.join(', ')}.`);
  }
  return [...previous, { format, path }];
}
