import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The clone of a repository below a folder of clones, bare or not, as `<owner>/<name>` or `<owner>+<name>`.
 * @param commit that it has to hold; any where left out
 */
export function findClone(mirrors, repository, commit = 'HEAD') {
  const names = [repository, repository.replace('/', '+')];
  const folders = names.map((name) => join(mirrors, name)).filter((folder) => existsSync(folder));
  const candidates = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder).map((name) => join(folder, name)),
  ]);
  return candidates.find((folder) => isClone(folder) && holds(folder, commit));
}

function isClone(folder) {
  return existsSync(join(folder, '.git')) || existsSync(join(folder, 'objects'));
}

function holds(clone, commit) {
  return spawnSync('git', ['-C', clone, 'cat-file', '-e', `${commit}^{commit}`]).status === 0;
}
