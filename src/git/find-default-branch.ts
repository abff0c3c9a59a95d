import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isBranchName } from './ref-names.ts';
import { remoteArguments } from './remote-arguments.ts';
import type { Repository } from './repository.ts';
import { resolveRef, resolveRefs } from './resolve-commit.ts';

const remotePrefix = 'refs/remotes/origin/';
const branchPrefix = 'refs/heads/';

async function recordedByClone(repository: Repository): Promise<string | null> {
  const { stdout } = await repository.run(['symbolic-ref', '--quiet', `${remotePrefix}HEAD`]);
  const ref = stdout.toString().trim();
  // A clone does not notice that the branch was renamed on the remote.
  const exists = ref.startsWith(remotePrefix) && (await resolveRef(repository, ref)) !== null;
  return exists ? ref.slice(remotePrefix.length) : null;
}

async function saidByRemote(repository: Repository): Promise<string | null> {
  const args = ['ls-remote', '--symref', '--upload-pack=git-upload-pack', 'origin', 'HEAD'];
  const { stdout } = await repository.run([...remoteArguments(repository), ...args], {
    network: true,
  });
  const [, branch = ''] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(stdout.toString()) ?? [];
  return isBranchName(branch) ? branch : null;
}

async function conventional(repository: Repository): Promise<string | null> {
  const places = [remotePrefix, branchPrefix].flatMap((prefix) =>
    ['main', 'master'].map((branch) => ({ ref: `${prefix}${branch}`, branch })),
  );
  const commits = await resolveRefs(
    repository,
    places.map(({ ref }) => ref),
  );
  return places.find((_place, index) => commits[index] != null)?.branch ?? null;
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

/**
 * The ref that HEAD stands for, as its file has it (gitrepository-layout(5), "HEAD"). Where that is in another place,
 * its file names one that cannot be (git-init(1), "--ref-format"), and git is asked.
 */
async function readHead(repository: Repository): Promise<string> {
  const text = await readFile(join(repository.gitDirectory, 'HEAD'), 'utf8').catch(() => '');
  const [, ref] = /^ref: (refs\/heads\/[^.\n][^\n]*)\n$/.exec(text) ?? [];
  if (ref !== undefined) return ref;
  const { stdout } = await repository.run(['symbolic-ref', '--quiet', 'HEAD']);
  return stdout.toString().trim();
}

/** The name of the checked-out branch; `null` where HEAD is a commit. */
export async function findCurrentBranch(repository: Repository): Promise<string | null> {
  const ref = await readHead(repository);
  return ref.startsWith(branchPrefix) ? ref.slice(branchPrefix.length) : null;
}
