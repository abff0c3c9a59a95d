import { isBranchName } from './ref-names.ts';
import { remoteArguments } from './remote-arguments.ts';
import type { Repository } from './repository.ts';
import { resolveRef } from './resolve-commit.ts';

const remotePrefix = 'refs/remotes/origin/';

async function recordedByClone(repository: Repository): Promise<string | null> {
  const { stdout } = await repository.run(['symbolic-ref', '--quiet', `${remotePrefix}HEAD`]);
  const ref = stdout.toString().trim();
  // A clone does not notice that the branch was renamed on the remote.
  const exists = ref.startsWith(remotePrefix) && (await resolveRef(repository, ref)) !== null;
  return exists ? ref.slice(remotePrefix.length) : null;
}

async function saidByRemote(repository: Repository): Promise<string | null> {
  const args = ['ls-remote', '--symref', '--upload-pack=git-upload-pack', 'origin', 'HEAD'];
  const { stdout } = await repository.run([...(await remoteArguments(repository)), ...args], {
    network: true,
  });
  const [, branch = ''] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(stdout.toString()) ?? [];
  return isBranchName(branch) ? branch : null;
}

async function conventional(repository: Repository): Promise<string | null> {
  for (const prefix of [remotePrefix, 'refs/heads/']) {
    for (const branch of ['main', 'master']) {
      if ((await resolveRef(repository, `${prefix}${branch}`)) !== null) return branch;
    }
  }
  return null;
}

/**
 * The name of the repository's main branch: what the clone recorded for `origin`, else what `origin`
 * says, else `main` or `master`, whichever there is (of `origin` first); `null` where none is known.
 *
 * @param network whether `origin` may be asked
 */
export async function findDefaultBranch(
  repository: Repository,
  { network }: { readonly network: boolean },
): Promise<string | null> {
  const recorded = await recordedByClone(repository);
  const said = recorded === null && network ? await saidByRemote(repository) : null;
  return recorded ?? said ?? conventional(repository);
}

/** The name of the checked-out branch; `null` where HEAD is a commit. */
export async function findCurrentBranch(repository: Repository): Promise<string | null> {
  const { stdout } = await repository.run(['symbolic-ref', '--quiet', 'HEAD']);
  const ref = stdout.toString().trim();
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
}
