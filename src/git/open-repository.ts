import { resolve } from 'node:path';
import { EnvironmentError } from '../errors.ts';
import { describeOutput, gitFailure } from './describe-output.ts';
import { switchOffDrivers } from './hardened-settings.ts';
import { locateRepository } from './locate-repository.ts';
import type { Environment, Repository, RunGit } from './repository.ts';
import { createRunner } from './run-git.ts';

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
 * Settings that switch off the programs which the configuration in force names.
 * @throws GitError where it cannot be read, or names one that cannot be switched off
 */
export async function driverSettings(run: RunGit): Promise<readonly string[]> {
  const names = await run(['config', '--null', '--name-only', '--get-regexp', '^(filter|hook)\\.']);
  // 1: there are none.
  if (names.exitCode > 1) throw gitFailure("The clone's git configuration cannot be read.", names);
  return switchOffDrivers(names.stdout.toString());
}

type Facts = Pick<Repository, 'shallow' | 'objectFormat' | 'commonDirectory'>;

async function readFacts(run: RunGit, root: string): Promise<Facts> {
  const facts = await run([
    'rev-parse',
    '--is-shallow-repository',
    '--show-object-format',
    '--git-common-dir',
  ]);
  if (facts.exitCode !== 0) throw gitFailure('git cannot open this repository.', facts);
  const [shallow, objectFormat, ...commonDirectory] = facts.stdout.toString().trimEnd().split('\n');
  return {
    shallow: shallow === 'true',
    objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
    commonDirectory: resolve(root, commonDirectory.join('\n')),
  };
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
 * @throws GitError where git cannot read it
 */
export async function openRepository(
  cwd: string,
  environment: Environment,
  signal?: AbortSignal,
): Promise<Repository> {
  const folders = await locateRepository(cwd, environment);
  const { run: runEarly } = createRunner(environment, folders, [], signal);
  const answers = Promise.all([driverSettings(runEarly), readFacts(runEarly, folders.root)]);
  // Too old a git is said first, whatever else it could not do.
  answers.catch(() => {});
  await assertVersion(runEarly);
  const [settings, facts] = await answers;
  return {
    ...folders,
    ...facts,
    environment,
    signal,
    ...createRunner(environment, folders, settings, signal),
  };
}
