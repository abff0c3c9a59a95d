// Runs the main job on the sample repository: what a developer sees before the push.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSampleRepository } from './create-sample-repository.js';

const cli = fileURLToPath(new URL('../bin/codescene-pr.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'codescene-pr-sample-'));

try {
  createSampleRepository(folder);
  const args = ['check', '--target', 'main', '--source', 'rewards', ...process.argv.slice(2)];
  console.log(`$ codescene-pr ${args.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, stdio: 'inherit' });
  console.log(`\nExit code: ${status}`);
  // The sample violates its gate on purpose: only a run that could not do its job is a failure here.
  process.exitCode = status === 0 || status === 1 ? 0 : 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
