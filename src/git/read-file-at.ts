import { GitError } from '../errors.ts';
import { gitFailure, quoted } from './describe-output.ts';
import { nulFields } from './nul-fields.ts';
import { readBlobs } from './read-blobs.ts';
import type { GitResult, Repository } from './repository.ts';
import { indexVariables } from './working-tree-index.ts';

async function readBlob(repository: Repository, id: string, path: string): Promise<Buffer | null> {
  for await (const { content } of readBlobs(repository, [id])) {
    if (content.kind === 'bytes') return content.bytes;
    if (content.kind === 'too-large')
      throw new GitError(`The file ${quoted(path)} is too large (${content.size} bytes).`);
  }
  return null;
}

/**
 * The blob of exactly this path, where it is a regular file. Entries are `<mode> …<hash>…\t<path>`; those
 * of a folder's files are listed for the folder.
 */
function regularFile(result: GitResult, entry: RegExp, path: string): string | null {
  if (result.exitCode !== 0) throw gitFailure(`The file ${quoted(path)} could not be looked up.`, result);
  for (const field of nulFields(result.stdout)) {
    const [, id, found] = entry.exec(field.toString('latin1')) ?? [];
    if (id !== undefined && found === Buffer.from(path).toString('latin1')) return id;
  }
  return null;
}

/**
 * The bytes of a regular file at a commit; `null` where there is none of that path (symbolic links and
 * folders are none).
 *
 * @param commit full hash
 * @param path repository-relative, `/`-separated
 * @throws GitError where git fails, or the file is larger than 16 MiB
 */
export async function readFileAt(
  repository: Repository,
  commit: string,
  path: string,
): Promise<Buffer | null> {
  const result = await repository.run(['ls-tree', '-z', '--full-tree', commit, '--', path]);
  const id = regularFile(result, /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s, path);
  return id === null ? null : readBlob(repository, id, path);
}

/**
 * The bytes of a regular file in the index, as `readFileAt` gives them for a commit; an unmerged one is
 * `null`.
 *
 * @throws GitError where git fails, or the file is larger than 16 MiB
 */
export async function readIndexFile(repository: Repository, path: string): Promise<Buffer | null> {
  const result = await repository.run(['ls-files', '-z', '--stage', '--full-name', '--', path], {
    environment: indexVariables(repository),
  });
  const id = regularFile(result, /^100\d{3} ([0-9a-f]+) 0\t(.*)$/s, path);
  return id === null ? null : readBlob(repository, id, path);
}
