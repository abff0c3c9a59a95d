import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = fileURLToPath(new URL('./sample/', import.meta.url));

// Fixed, so that the sample's commits have the same hashes everywhere.
const identity = {
  GIT_AUTHOR_NAME: 'Sample',
  GIT_AUTHOR_EMAIL: 'sample@example.com',
  GIT_AUTHOR_DATE: '2026-01-05T09:00:00Z',
  GIT_COMMITTER_NAME: 'Sample',
  GIT_COMMITTER_EMAIL: 'sample@example.com',
  GIT_COMMITTER_DATE: '2026-01-05T09:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/**
 * Makes the sample repository in an empty folder: `main` holds `sample/before`, and the checked-out branch
 * `rewards` holds `sample/after` in one commit, as a pull request would.
 */
export function createSampleRepository(folder) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      env: { ...process.env, ...identity },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const commit = (side, message) => {
    for (const entry of readdirSync(folder)) {
      if (entry !== '.git') rmSync(join(folder, entry), { recursive: true });
    }
    cpSync(join(sample, side), folder, { recursive: true });
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  commit('before', 'Price orders and ship parcels');
  git('checkout', '--quiet', '-b', 'rewards');
  commit('after', 'Reward loyal customers');
}
