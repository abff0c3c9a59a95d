// Reviews public repositories and checks twenty historical changes of each, and shows what differs from the counts and
// scores in `expected/`. Usage, after `npm run build`:
//   npm run bench:smoke -- --mirrors <folder> [--only <owner/name>] [--update] [--twice]
// <folder> holds a clone of each repository, bare or not, as <owner>/<name> or <owner>+<name>. `--update` accepts what
// was measured; `--twice` runs each command again, and shows where its bytes differ.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findClone } from '../find-clone.js';
import { describeDifferences } from './describe-differences.js';
import { examineRepository } from './examine-repository.js';
import { repositories } from './repositories.js';

const { values: options } = parseArgs({
  options: {
    mirrors: { type: 'string' },
    only: { type: 'string' },
    update: { type: 'boolean' },
    twice: { type: 'boolean' },
  },
});
if (!options.mirrors) {
  console.error(
    'Usage: npm run bench:smoke -- --mirrors <folder> [--only <owner/name>] [--update] [--twice]',
  );
  process.exit(2);
}

const chosen = repositories.filter(({ repository }) => !options.only || repository === options.only);
const outcomes = chosen.map(examine);
const failed = outcomes.filter((outcome) => outcome === 'differs').length;
const skipped = outcomes.filter((outcome) => outcome === 'skipped').length;
console.log(`\n${outcomes.length - failed - skipped} as expected, ${failed} not, ${skipped} skipped`);
process.exitCode = failed > 0 || outcomes.length === 0 ? 1 : 0;

function examine(entry) {
  const { repository, commit, kind } = entry;
  console.log(`\n${repository} at ${commit.slice(0, 12)}: ${kind}`);
  const clone = findClone(options.mirrors, repository, commit);
  if (!clone) {
    console.log('  skipped: no clone with this commit among the mirrors');
    return 'skipped';
  }
  const { measured, complaints } = examineRepository(entry, clone, options);
  const file = new URL(`expected/${repository.replace('/', '+')}.json`, import.meta.url);
  const expected = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const differences = describeDifferences(expected, measured);
  for (const line of [...complaints, ...differences]) console.log(`  ${line}`);
  if (options.update) writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  const { score, filesReviewed, unmeasured } = measured.review;
  console.log(
    `  ${filesReviewed} files, score ${score}, ${unmeasured} unmeasured, ${Object.keys(measured.changes).length} changes`,
  );
  const isAccepted = differences.length === 0 || options.update;
  return isAccepted && complaints.length === 0 ? 'as expected' : 'differs';
}
