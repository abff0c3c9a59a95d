import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EnvironmentError, GitError } from '../errors.ts';
import type { History } from '../model/history.ts';
import { commitTime } from './commit-time.ts';
import { fetchRef } from './fetch-branch.ts';
import { readConfiguration } from './read-configuration.ts';
import { historySeconds, readHistory } from './read-history.ts';
import { remoteArguments } from './remote-arguments.ts';
import type { Repository } from './repository.ts';
import { createRunner } from './run-git.ts';
import { isShallow } from './shallow.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { withRunner } from './with-runner.ts';

/** How long each of the three questions to the remote may take. */
const timeoutSeconds = 20;

/** A tip of a branch of `origin` whose history the clone has in part. */
export interface RemoteTip {
  readonly branch: string;
  /** Full hash. */
  readonly commit: string;
}

/**
 * The history that led to the tip of a branch, read from `origin` without the contents of files; `null` where the
 * remote can't leave these out, does not answer in time, or does not have the commit, and where no temporary folder can
 * be made.
 *
 * It goes to a repository of its own in a temporary folder, which is removed afterwards: a fetch that leaves blobs
 * out would make a partial clone of the user's for good, and one that counts from a date would cut off what it
 * has beyond.
 */
export async function readRemoteHistory(repository: Repository, tip: RemoteTip): Promise<History | null> {
  try {
    if (!(await canLeaveOutBlobs(repository))) return null;
    const since = (await commitTime(repository, tip.commit)) - historySeconds;
    return await withOwnRepository(repository, async (own) => {
      const options = { withoutBlobs: true, timeoutSeconds };
      await fetchRef(own, tip.branch, { since }, options);
      // What the oldest commits changed is known with their parents only.
      if (await isShallow(own)) await fetchRef(own, tip.branch, { deepen: 1 }, options);
      return await readHistory(own, tip.commit);
    });
  } catch (error) {
    if (error instanceof GitError || error instanceof EnvironmentError) return null;
    throw error;
  }
}

/**
 * Whether the remote says that it can filter. git has no question for that but its own protocol
 * (gitprotocol-v2(5), "fetch"), and falls back to fetching everything.
 */
export async function canLeaveOutBlobs(repository: Repository): Promise<boolean> {
  const args = ['ls-remote', '--upload-pack=git-upload-pack', 'origin', 'HEAD'];
  const { stderr } = await repository.run([...remoteArguments(repository), ...args], {
    network: true,
    timeoutSeconds,
    environment: { GIT_TRACE_PACKET: '1' },
  });
  return /< fetch=(?:\S+ )*filter(?: |$)/m.test(stderr);
}

/** Calls `action` with an empty repository that reaches the same `origin` by the same configuration. */
function withOwnRepository<T>(repository: Repository, action: (own: Repository) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => {
    await writeBareRepository(folder, repository);
    // The root stays the clone's: programs in it must not be found.
    const folders = { root: repository.root, gitDirectory: folder };
    const { environment, signal } = repository;
    const { run } = createRunner(environment, folders, [], signal);
    const { driverSettings } = await readConfiguration(run);
    const own = { ...repository, gitDirectory: folder, commonDirectory: folder };
    return action(withRunner(own, createRunner(environment, folders, driverSettings, signal)));
  });
}

/**
 * The least that git takes for a repository (gitrepository-layout(5)). Its configuration file includes the clone's,
 * where the settings of every command line still beat it.
 */
async function writeBareRepository(
  folder: string,
  { objectFormat, commonDirectory }: Repository,
): Promise<void> {
  const isSha1 = objectFormat === 'sha1';
  const lines = [
    '[core]',
    `repositoryformatversion = ${isSha1 ? 0 : 1}`,
    'bare = true',
    ...(isSha1 ? [] : ['[extensions]', `objectFormat = ${objectFormat}`]),
    '[include]',
    `path = ${quoteValue(path.join(commonDirectory, 'config'))}`,
  ];
  await mkdir(path.join(folder, 'objects'));
  await mkdir(path.join(folder, 'refs'));
  await writeFile(path.join(folder, 'HEAD'), 'ref: refs/heads/none\n');
  await writeFile(path.join(folder, 'config'), `${lines.join('\n')}\n`);
}

/** A value as git-config(1) reads it, "Syntax". */
function quoteValue(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
