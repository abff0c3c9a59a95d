// Times a 50-file change, both sides, against the floor and against eslint with SonarJS's plugin, in
// interleaved rounds of one run. Usage, after `npm run build`:
//   npm run bench -- --repository <clone> --base <commit> --head <commit> [--files 50] [--rounds 7]
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createChangeRepository } from './create-change-repository.js';
import { formatTable } from './format-table.js';

const { values: options } = parseArgs({
  options: {
    repository: { type: 'string' },
    base: { type: 'string' },
    head: { type: 'string', default: 'HEAD' },
    files: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '7' },
  },
});
if (!options.repository || !options.base) {
  console.error('Usage: npm run bench -- --repository <clone> --base <commit> [--head <commit>]');
  process.exit(2);
}

const here = fileURLToPath(new URL('.', import.meta.url));
const work = join(here, 'work');
const cli = join(here, '..', 'bin', 'codescene-pr.js');

const change = createChangeRepository({
  ...options,
  files: Number(options.files),
  folder: join(work, 'change'),
});
const peers = installPeers();
const commands = {
  'empty Node process': ['node', ['-e', '0']],
  'codescene-pr --version': ['node', [cli, '--version']],
  'floor (parse and walk)': ['node', [join(here, 'floor.js'), change.folder, change.base, change.head]],
  'codescene-pr check': ['node', [cli, 'check', '--target', change.base, '--source', change.head]],
  'eslint + sonarjs, one side': [
    'node',
    [
      join(peers, 'node_modules/eslint/bin/eslint.js'),
      '-c',
      join(peers, 'eslint.config.js'),
      '-f',
      'json',
      ...change.paths,
    ],
  ],
};

const rounds = Number(options.rounds);
const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, command] of Object.entries(commands)) runs[name].push(measure(name, command));
}
console.log(
  `${change.paths.length} files, ${(change.bytes / 1e6).toFixed(2)} MB on both sides, ${rounds} rounds, Node ${process.version}\n`,
);
console.log(formatTable(runs, 'floor (parse and walk)'));

/** ESLint resolves its configuration's plugins from the folder of the configuration. */
function installPeers() {
  const folder = join(work, 'peers');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'eslint.config.js']) cpSync(join(here, file), join(folder, file));
  if (!existsSync(join(folder, 'node_modules/eslint'))) {
    execFileSync('npm', ['install', '--no-package-lock', '--silent'], { cwd: folder, stdio: 'inherit' });
  }
  return folder;
}

/** Wall time in milliseconds and peak memory in MB of one whole process. */
function measure(name, [program, args]) {
  const timed = existsSync('/usr/bin/time');
  const started = process.hrtime.bigint();
  const { status, stderr } = timed
    ? spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], {
        cwd: change.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    : spawnSync(program, args, { cwd: change.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  // A linter and a gate exit with 1 where they found something.
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}:\n${stderr}`);
  const peak = timed ? Number(String(stderr).trim().split('\n').at(-1)) / 1024 : Number.NaN;
  return { wall, peak };
}

process.on('exit', () => rmSync(join(work, 'change'), { recursive: true, force: true }));
