import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const timer = '/usr/bin/time';

/** A command with the folder that it runs in. A linter and a gate exit with 1 where they found something. */
/** @typedef {{ program?: string, args: string[], cwd: string, before?: () => void }} Command */

/**
 * Runs each command once a round, one after the other, so that what slows the machine down for a while hits all.
 * @param {Record<string, Command>} commands by name
 * @param {number} rounds
 * @returns {Record<string, { wall: number, peak: number }[]>} milliseconds and MB (`NaN` without GNU time), by name
 */
export function runRounds(commands, rounds) {
  const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(commands)) {
      command.before?.();
      runs[name].push(measureProcess(name, command));
    }
  }
  return runs;
}

/** Wall time and peak memory of one whole process. */
export function measureProcess(name, { program = process.execPath, args, cwd }) {
  const timed = existsSync(timer);
  const [file, words] = timed ? [timer, ['-f', '%M', program, ...args]] : [program, args];
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(file, words, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}:\n${stderr}`);
  return { wall, peak: timed ? Number(String(stderr).trim().split('\n').at(-1)) / 1024 : Number.NaN };
}
