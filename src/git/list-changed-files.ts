import { GitError } from '../errors.ts';
import type { ChangedFile, EntryKind, FileChange, FileSide } from '../model/source.ts';
import { gitFailure } from './describe-output.ts';
import { parseRawDiff, type RawChange } from './parse-raw-diff.ts';
import { decodePath } from './path-text.ts';
import type { Environment, Repository } from './repository.ts';
import { indexVariables, withWorkingTreeIndex } from './working-tree-index.ts';

/** The side that is judged. A commit is a full hash. */
export type Head =
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'index' }
  | { readonly kind: 'working-tree' };

/**
 * Renames are looked for in the same way for everybody: git's defaults for likeness (50 %) and number of
 * candidates (1000), whatever `diff.renames` and `diff.renameLimit` say. `--ignore-submodules=dirty` keeps
 * git from starting itself inside of submodules.
 */
const diffCommand = [
  'diff',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--ignore-submodules=dirty',
  '--find-renames=50%',
  '-l1000',
];

async function diff(
  repository: Repository,
  args: readonly string[],
  environment: Environment = {},
): Promise<readonly RawChange[]> {
  const result = await repository.run([...diffCommand, ...args, '--'], { environment });
  if (result.exitCode !== 0) throw gitFailure('The changed files could not be listed.', result);
  return parseRawDiff(result.stdout);
}

async function diffIndex(repository: Repository, base: string): Promise<readonly RawChange[]> {
  const changes = await diff(repository, ['--cached', base], indexVariables(repository));
  if (!changes.some(({ status }) => status === 'U')) return changes;
  throw new GitError('The index has unmerged files.', {
    reason: 'What they will hold is not decided yet.',
    hint: 'Resolve the conflicts and git add the files, or check the working tree without --staged.',
  });
}

/** The hashes among those given whose objects the clone has. */
async function existingObjects(repository: Repository, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { objects } = await repository.askObjects(ids.map((id) => Buffer.from(id)));
  return new Set(objects.flatMap((object) => (object ? [object.id] : [])));
}

const noId = /^0+$/;

/**
 * git computes hashes of the working tree's files where it compares their contents, but stores nothing:
 * such a hash names no blob. A conflict shows as a modified file beside its unmerged entry.
 */
async function diffWorkingTree(repository: Repository, base: string): Promise<readonly RawChange[]> {
  const changes = await withWorkingTreeIndex(repository, (variables) => diff(repository, [base], variables));
  const ids = changes.map(({ newId }) => newId).filter((id) => !noId.test(id));
  const existing = await existingObjects(repository, ids);
  return changes
    .filter(({ status }) => status !== 'U')
    .map((change) => (existing.has(change.newId) ? change : { ...change, newId: '0' }));
}

function diffWith(repository: Repository, base: string, head: Head): Promise<readonly RawChange[]> {
  if (head.kind === 'commit') return diff(repository, [base, head.commit]);
  return head.kind === 'index' ? diffIndex(repository, base) : diffWorkingTree(repository, base);
}

const kinds: Readonly<Record<string, EntryKind>> = { '120000': 'symbolic-link', '160000': 'submodule' };

function sideOf(mode: string, id: string, path: string): FileSide {
  return { path, kind: kinds[mode] ?? 'file', blob: noId.test(id) ? null : id };
}

const changeNames: Readonly<Record<string, FileChange>> = { A: 'added', D: 'deleted', R: 'renamed' };

function toChangedFile(raw: RawChange): ChangedFile {
  const change = changeNames[raw.status] ?? 'modified';
  const oldPath = decodePath(raw.oldPath);
  const newPath = decodePath(raw.newPath);
  return {
    change,
    old: change === 'added' ? null : sideOf(raw.oldMode, raw.oldId, oldPath.text),
    new: change === 'deleted' ? null : sideOf(raw.newMode, raw.newId, newPath.text),
    pathIsExact: oldPath.isExact && newPath.isExact,
  };
}

function sortKey(file: ChangedFile): string {
  return file.new?.path ?? file.old?.path ?? '';
}

function compareByPath(first: ChangedFile, second: ChangedFile): number {
  if (sortKey(first) === sortKey(second)) return 0;
  return sortKey(first) < sortKey(second) ? -1 : 1;
}

/**
 * The files that differ between a base (full hash of a commit or tree) and the head, sorted by path in
 * code units. A file whose time stamp changed but not its content is not listed.
 *
 * - A change of kind (file to symbolic link) is a modified file whose sides have different kinds.
 * - `working-tree` counts untracked files that are not ignored. A filter driver (Git LFS, git-crypt) is
 *   never run, so a file that goes through one and was touched shows as modified.
 * - `index` reads the index of a running `git commit` where `GIT_INDEX_FILE` names it.
 *
 * @throws GitError where git fails, or the index has unmerged files
 */
export async function listChangedFiles(
  repository: Repository,
  base: string,
  head: Head,
): Promise<readonly ChangedFile[]> {
  const changes = await diffWith(repository, base, head);
  return changes.map(toChangedFile).sort(compareByPath);
}
