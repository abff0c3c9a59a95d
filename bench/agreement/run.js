// Compares the analyzer with scores, findings and numbers that CodeScene reported for public files. Usage:
//   npm run bench:agreement -- --files <reported.json> --mirrors <folder> [--details]
// <reported.json>: { files: [{ repository, path, blob, reported, measured }] }. <folder> holds a clone of each
// repository, bare or not, as <owner>/<name> or <owner>+<name>. The sources are read by their blob ids and never
// written: some are under licences that forbid to copy them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { findClone } from '../find-clone.js';
import { compareFindings, compareFunctions, describeAgreement, describeResiduals } from './compare.js';

const { values: options } = parseArgs({
  options: { files: { type: 'string' }, mirrors: { type: 'string' }, details: { type: 'boolean' } },
});
if (!options.files || !options.mirrors) {
  console.error('Usage: npm run bench:agreement -- --files <reported.json> --mirrors <folder> [--details]');
  process.exit(2);
}

const { measureSource, bandOf } = await loadAnalyzer();
const { files } = JSON.parse(readFileSync(options.files, 'utf8'));
const compared = [];
let skipped = 0;
for (const file of files) {
  const { text, reason } = readSource(file);
  const ours = text === null ? null : measureSource(file.path, text);
  if (ours === null) {
    skipped += 1;
    console.log(`skipped: ${file.repository} ${file.path}: ${reason ?? 'it cannot be measured'}`);
  } else {
    const functions = compareFunctions(file, ours);
    compared.push({ file, ours, functions, findings: compareFindings(file, ours) });
  }
}
console.log(`${compared.length} of ${files.length} files compared, ${skipped} skipped\n`);
if (compared.length > 0) {
  console.log(describeAgreement(compared, bandOf));
  console.log(`\n${describeResiduals(compared, options)}`);
}

async function loadAnalyzer() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const outfile = join(here, '..', 'work', 'measure-source.mjs');
  await build({
    entryPoints: [join(here, 'measure-source.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** A source text by its blob id, or why there is none. */
function readSource({ repository, blob }) {
  if (!blob) return { text: null, reason: 'its blob id is not known' };
  const clone = findClone(options.mirrors, repository);
  if (!clone) return { text: null, reason: `no clone of ${repository} among the mirrors` };
  const { status, stdout } = spawnSync('git', ['-C', clone, 'cat-file', 'blob', blob], { maxBuffer: 1e8 });
  return status === 0
    ? { text: stdout.toString(), reason: null }
    : { text: null, reason: `the clone does not hold the blob ${blob}` };
}
