import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../helpers/create-repository.ts';
import type { RunOptions } from './run-cli.ts';

/**
 * The options with a git in front of the real one that runs a script for some of its commands.
 * @param words what stands side by side among the arguments of such a command; every command where empty
 * @param script in `sh`; `"$git" "$@"` calls the real one
 */
export function withGit<T extends RunOptions>(options: T, words: string, script: string): T {
  const folder = temporaryFolder();
  const file = path.join(folder, 'git');
  const lines = [
    '#!/bin/sh',
    `PATH="${process.env.PATH}"`,
    'git="$(command -v git)"',
    'case " $* " in',
    `*" ${words === '' ? '' : `${words} `}"*) ${script};;`,
    'esac',
    'exec "$git" "$@"',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
  return { ...options, env: { ...options.env, PATH: `${folder}:${process.env.PATH}` } };
}
