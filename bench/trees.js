// Times the review of whole trees against the peers, in interleaved rounds. Usage, after `npm run build`:
//   npm run bench:trees [-- --mirrors <folder of clones>] [--rounds 3] [--without-eslint]
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchCommit, trees } from './fetch-commit.js';
import { cli, work } from './folders.js';
import { formatTable, median } from './format-table.js';
import { runRounds } from './measure-process.js';
import { describePeers, installPeers, peerCommands } from './peers.js';

const { values: options } = parseArgs({
  options: {
    mirrors: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    'without-eslint': { type: 'boolean', default: false },
  },
});

// Both trees hold broken code for tests, which is no failure here.
mkdirSync(work, { recursive: true });
const profile = join(work, 'trees-profile.yml');
writeFileSync(profile, 'version: 1\nfiles: { unmeasured: warn }\n');
const review = [cli, 'review', '--no-cache', '--no-fail', '--profile', profile];

installPeers();
console.log(`${describePeers()}, Node ${process.version}, ${options.rounds} rounds`);
for (const tree of trees) {
  const cwd = fetchCommit(tree, { depth: 1, mirrors: options.mirrors });
  if (cwd === null) {
    console.log(`\n${tree.repository}: left out`);
    continue;
  }
  const ours = (...more) => ({ cwd, args: [...review, ...more] });
  const all = {
    'codescene-pr review': ours(),
    'codescene-pr review --jobs 1': ours('--jobs', '1'),
    ...peerCommands(cwd, ['.']),
  };
  const left = Object.entries(all).filter(
    ([name]) => !options['without-eslint'] || !name.startsWith('eslint'),
  );
  const runs = runRounds(Object.fromEntries(left), Number(options.rounds));
  const [reviewed, judged] = [countReviewed(cwd), countJudged(all['fta, one side'])];
  console.log(`\n${tree.repository}: ${reviewed} files reviewed by us, ${judged} by fta\n`);
  console.log(formatTable(runs, 'fta, one side'));
  console.log(
    `\nA file: ${perFile(runs['codescene-pr review'], reviewed)} us, ${perFile(runs['fta, one side'], judged)} fta`,
  );
}

function perFile(runs, files) {
  return `${(median(runs.map(({ wall }) => wall)) / files).toFixed(2)} ms`;
}

function countReviewed(cwd) {
  const { stdout } = spawnSync(process.execPath, [...review, '--format', 'json'], {
    cwd,
    maxBuffer: 1 << 30,
  });
  return JSON.parse(stdout).files.length;
}

function countJudged({ args, cwd }) {
  return JSON.parse(spawnSync(process.execPath, args, { cwd, maxBuffer: 1 << 30 }).stdout).length;
}
