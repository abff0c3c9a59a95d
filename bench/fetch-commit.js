import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findClone } from './find-clone.js';
import { work } from './folders.js';

/** Public repositories of TypeScript, each at a commit that its history keeps. */
export const trees = [
  { repository: 'typescript-eslint/typescript-eslint', commit: '56c9ed90d0aee0b5a71cfc39fc76b715b82e3ea8' },
  { repository: 'microsoft/playwright', commit: 'd4e1023f6c03a8dced50eb3db88c2217e7c1a86a' },
];

/**
 * A clone with a commit and some of the history before it, checked out there; kept for the next run.
 * @param {{ repository: string, commit: string }} tree
 * @param {{ depth: number, mirrors?: string }} from how many commits, and a folder of clones that are there already
 * @returns {string | null} its folder; `null` where neither the clones nor the network give it
 */
export function fetchCommit({ repository, commit }, { depth, mirrors }) {
  const source = (mirrors && findClone(mirrors, repository, commit)) || `https://github.com/${repository}`;
  const folder = join(work, 'clones', repository.replace('/', '+'));
  const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, '.git'))) git('init', '--quiet');
    const from = existsSync(source) ? `file://${source}` : source;
    if (!has(git, `${commit}~${depth - 1}`)) git('fetch', '--quiet', '--depth', String(depth), from, commit);
    git('checkout', '--quiet', '--detach', commit);
    return folder;
  } catch (error) {
    console.error(`${source} could not be fetched: ${String(error.stderr ?? error.message).trim()}`);
    return null;
  }
}

function has(git, revision) {
  try {
    git('cat-file', '-e', `${revision}^{commit}`);
    return true;
  } catch {
    return false;
  }
}
