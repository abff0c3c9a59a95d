// Times a 50-file change, both sides, against the floor and against other tools on the same files, in interleaved
// rounds. Usage, after `npm run build`:
//   npm run bench [-- --mirrors <folder of clones>] [--files 50] [--rounds 7]
//   npm run bench -- --repository <clone> --base <commit> [--head <commit>]
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWholeCompiler } from './build-whole-compiler.js';
import { createChangeRepository } from './create-change-repository.js';
import { createSyntheticRepository } from './create-synthetic-repository.js';
import { fetchCommit, trees } from './fetch-commit.js';
import { cli, compiler, here, work } from './folders.js';
import { formatTable } from './format-table.js';
import { measureProcess, runRounds } from './measure-process.js';
import { describePeers, installPeers, peerCommands } from './peers.js';

const commitsBack = 60;
const { values: options } = parseArgs({
  options: {
    repository: { type: 'string' },
    base: { type: 'string' },
    head: { type: 'string', default: 'HEAD' },
    mirrors: { type: 'string' },
    files: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '7' },
  },
});
if (options.repository && !options.base) {
  console.error('Usage: npm run bench -- --repository <clone> --base <commit> [--head <commit>]');
  process.exit(2);
}

const source = chooseSource();
const folder = join(work, 'change');
const change = createChangeRepository({ ...source, files: Number(options.files), folder });
const [cache, codeCache] = ['cache', 'code-cache'].map((name) => join(work, name));
installPeers();

const check = (...more) => ({
  cwd: folder,
  args: [cli, 'check', '--target', change.base, '--source', change.head, '--no-fail', ...more],
});
const floor = (loaded) => ({
  cwd: folder,
  args: [join(here, 'floor.js'), loaded, '.', change.base, change.head],
});
const warm = check('--cache-dir', cache);
const withCode = { ...check('--cache-dir', codeCache), before: dropResults };
for (const folder of [cache, codeCache]) rmSync(folder, { recursive: true, force: true });
for (const first of [warm, withCode]) measureProcess('the first run with a cache', first);

const commands = {
  'empty Node process': { cwd: folder, args: ['-e', '0'] },
  'codescene-pr --version': { cwd: folder, args: [cli, '--version'] },
  'codescene-pr check --help': { cwd: folder, args: [cli, 'check', '--help'] },
  'the floor (parse and walk)': floor(buildWholeCompiler()),
  'the same with our compiler': floor(compiler),
  'codescene-pr check, nothing cached': check('--no-cache'),
  "codescene-pr check, the compiler's code cached": withCode,
  'codescene-pr check, all cached': warm,
  ...peerCommands(folder, change.paths),
};
const runs = runRounds(commands, Number(options.rounds));
const megabytes = (change.bytes / 1e6).toFixed(2);
console.log(`${source.name}: ${change.paths.length} files, ${megabytes} MB on both sides`);
console.log(`${options.rounds} rounds, Node ${process.version}, ${describePeers()}\n`);
console.log(formatTable(runs, 'the floor (parse and walk)'));
rmSync(folder, { recursive: true, force: true });

/** Leaves the code of the compiler alone in its cache. */
function dropResults() {
  const results = readdirSync(codeCache).filter((name) => !name.startsWith('compiler-'));
  for (const name of results) rmSync(join(codeCache, name), { recursive: true });
}

/** The clone that is named, else a public one, else a made one. */
function chooseSource() {
  const { repository, base, head, mirrors } = options;
  if (repository) return { name: repository, repository, base, head };
  const [tree] = trees;
  const clone = fetchCommit(tree, { depth: commitsBack + 1, mirrors });
  if (clone) return { name: tree.repository, repository: clone, base: `HEAD~${commitsBack}`, head: 'HEAD' };
  const made = join(work, 'synthetic');
  const size = { files: 10, commits: 10, changed: Number(options.files), functions: 60 };
  const { base: from, head: to } = createSyntheticRepository({ ...size, folder: made });
  return { name: 'synthetic', repository: made, base: from, head: to };
}
