import { InvalidArgumentError } from 'commander';
import type { Shard } from '../model/partial-result.ts';

const mostShards = 100;
const written = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/;

/** Reads which part of how many is meant, such as 2/4; `auto` for what the step says. */
export function parseShard(value: string): Shard | 'auto' {
  if (value === 'auto') return value;
  const [index = Number.POSITIVE_INFINITY, count = 0] = (written.exec(value) ?? []).slice(1).map(Number);
  if (index <= count && count <= mostShards) return { index, count };
  throw new InvalidArgumentError(
    `Expected <i/n>, such as 2/4, with at most ${mostShards} parts; or auto in parallel steps.`,
  );
}
