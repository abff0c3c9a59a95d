// Times the same change in repositories of different size, in interleaved rounds. Usage, after `npm run build`:
//   npm run bench:growth [-- --rounds 7]
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSyntheticRepository } from './create-synthetic-repository.js';
import { cli, work } from './folders.js';
import { formatTable } from './format-table.js';
import { runRounds } from './measure-process.js';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });

const sizes = [
  { files: 10, commits: 10 },
  { files: 1_000, commits: 1_000 },
  { files: 10, commits: 50_000 },
  { files: 100_000, commits: 1_000 },
  { files: 100_000, commits: 50_000 },
];

const commands = Object.fromEntries(
  sizes.map((size) => {
    const folder = join(work, 'growth', `${size.files}-${size.commits}`);
    if (!existsSync(folder)) createSyntheticRepository({ ...size, folder, changed: 10, functions: 60 });
    const args = [cli, 'check', '--no-cache', '--target', 'main', '--source', 'change'];
    return [describeSize(size), { args, cwd: folder }];
  }),
);
const runs = runRounds(commands, Number(options.rounds));
console.log(`The same 10 files, ${options.rounds} rounds, Node ${process.version}\n`);
console.log(formatTable(runs, describeSize(sizes[0])));

function describeSize({ files, commits }) {
  return `${files.toLocaleString('en')} files, ${commits.toLocaleString('en')} commits`;
}
