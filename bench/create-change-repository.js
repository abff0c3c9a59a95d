import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sourceFile = /\.[cm]?[jt]sx?$/;
const declarationFile = /\.d\.[cm]?ts$/;

/**
 * Makes a repository of two commits out of the first `files` modified source files between two commits of
 * a clone, so that a check of it measures exactly these files on both sides.
 * @returns the folder, both commits, the paths and the bytes of both sides together.
 */
export function createChangeRepository({ repository, base, head, files, folder }) {
  const from = (...args) => execFileSync('git', ['-C', repository, ...args], { maxBuffer: 1 << 28 });
  const paths = from('diff', '--diff-filter=M', '--name-only', '-z', base, head)
    .toString()
    .split('\0')
    .filter((path) => sourceFile.test(path) && !declarationFile.test(path))
    .slice(0, files);

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: folder,
    });
  git('init', '--quiet', '--initial-branch=main');
  let bytes = 0;
  const commit = (revision) => {
    for (const path of paths) {
      const content = from('show', `${revision}:${path}`);
      bytes += content.length;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    git('add', '--all', '--force');
    git('commit', '--quiet', '--message', revision);
    return git('rev-parse', 'HEAD').toString().trim();
  };
  return { folder, base: commit(base), head: commit(head), paths, bytes };
}
