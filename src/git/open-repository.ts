import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EnvironmentError } from '../errors.ts';
import { quietly } from '../quietly.ts';
import { describeOutput, gitFailure } from './describe-output.ts';
import { locateRepository } from './locate-repository.ts';
import { readConfiguration } from './read-configuration.ts';
import type { Environment, Repository, RunGit } from './repository.ts';
import { createRunner } from './run-git.ts';
import { isShallow } from './shallow.ts';
import { withRunner } from './with-runner.ts';

const oldestVersion = { major: 2, minor: 30 };

/**
 * @returns what git says of its version, without "git version"
 * @throws EnvironmentError where git is missing or too old
 */
export async function assertVersion(run: RunGit): Promise<string> {
  const { stdout } = await run(['--version']);
  const text = stdout.toString().trim();
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
  const isOlder =
    Number(major) < oldestVersion.major ||
    (Number(major) === oldestVersion.major && Number(minor) < oldestVersion.minor);
  if (!isOlder) return text.replace(/^git version /, '');
  throw new EnvironmentError('This git is too old.', {
    reason: `codescene-pr needs git 2.30 or later, this is: ${describeOutput(text)}.`,
    hint: 'Use an image with a current git, such as node:20 or node:22.',
  });
}

/**
 * Asks git whether it takes the folder for a repository that it understands. Every command says so by itself: this is
 * for a caller who wants to know it, and nothing else.
 *
 * @throws GitError where it does not
 */
export async function assertOpens(run: RunGit): Promise<void> {
  const result = await run(['rev-parse', '--git-dir']);
  if (result.exitCode !== 0) throw gitFailure('git cannot open this repository.', result);
}

/** The git folder that all working trees of a clone share (gitrepository-layout(5), "commondir"). */
async function findCommonDirectory(gitDirectory: string): Promise<string> {
  const text = await readFile(join(gitDirectory, 'commondir'), 'utf8').catch(() => '.');
  return resolve(gitDirectory, text.trimEnd());
}

/**
 * Opens the repository that `cwd` belongs to. Every git command goes through the returned `run`, which
 * executes nothing that the clone holds or its configuration names: no hooks, filter drivers, textconv,
 * external diffs, file system monitors, ssh or credential commands; and reaches a remote only where a
 * function says so.
 *
 * @param environment the variables of the caller, as `process.env` has them
 * @param signal ends every git process that still runs
 * @throws EnvironmentError where git is missing or older than 2.30, or there is no repository
 * @throws GitError where git cannot read its configuration; that it takes the folder for a repository shows in the first
 *   command, or by `assertOpens`
 */
export async function openRepository(
  cwd: string,
  environment: Environment,
  signal?: AbortSignal,
): Promise<Repository> {
  const folders = await locateRepository(cwd, environment);
  const { run: runEarly } = createRunner(environment, folders, [], signal);
  // Too old a git is said first, whatever else it could not do.
  const reading = quietly(readConfiguration(runEarly));
  await assertVersion(runEarly);
  const { driverSettings, ...configuration } = await reading;
  const commonDirectory = await findCommonDirectory(folders.gitDirectory);
  const shallow = await isShallow({ commonDirectory });
  return withRunner(
    { ...folders, ...configuration, commonDirectory, shallow, environment, signal },
    createRunner(environment, folders, driverSettings, signal),
  );
}
