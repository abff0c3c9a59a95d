import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summarizeCheck, summarizeReview } from './summarize.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const cli = join(here, '..', '..', 'bin', 'codescene-pr.js');
const work = join(here, '..', 'work', 'smoke');

const sources = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'].map((type) => `:(glob)**/*.${type}`);
const changes = 20;

/**
 * Reviews a repository at its commit, and checks the last changes of its main line that touch source files.
 * @returns counts and scores, and complaints about runs that ended otherwise than documented
 */
export function examineRepository({ repository, commit }, clone, { twice = false }) {
  const folder = share(clone, join(work, repository.replace('/', '+')));
  const complaints = [];
  const run = (command, args) => {
    const given = [command, ...args, '--format', 'json', '--profile', 'pay-down-tech-debt'];
    const { result, stdout, complaint } = runTool(folder, given);
    const again = twice ? runTool(folder, given).stdout : stdout;
    if (complaint) complaints.push(complaint);
    if (again !== stdout) complaints.push(`not the same twice: codescene-pr ${given.join(' ')}`);
    return result;
  };
  const review = run('review', ['--source', commit]);
  const checked = listChanges(folder, commit).map((source) => [
    source.slice(0, 12),
    summarizeCheck(run('check', ['--target', `${source}^`, '--source', source, '--no-publish'])),
  ]);
  return {
    measured: { commit, review: summarizeReview(review), changes: Object.fromEntries(checked) },
    complaints,
  };
}

/** A clone without files that borrows the objects: the tool wants a place of its own, and the mirror stays as it is. */
function share(clone, folder) {
  if (!existsSync(folder)) git(here, ['clone', '--quiet', '--shared', '--no-checkout', clone, folder]);
  return folder;
}

function listChanges(folder, commit) {
  const given = ['rev-list', '--first-parent', '--min-parents=1', `--max-count=${changes}`, commit];
  return git(folder, [...given, '--', ...sources])
    .trim()
    .split('\n');
}

function git(folder, args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed in ${folder}: ${stderr}`);
  return stdout;
}

function runTool(folder, args) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1e9, env: environment() };
  const { status, signal, stdout, stderr } = spawnSync('node', [cli, ...args], options);
  const result = parse(stdout);
  const expected = { passed: 0, failed: 1, incomplete: result?.gates?.some(isFailed) ? 1 : 2 }[
    result?.status
  ];
  const isDocumented = status !== null && status === expected;
  const complaint = `codescene-pr ${args.join(' ')} ended with ${signal ?? status}: ${stderr.slice(0, 500)}`;
  return { result, stdout, complaint: isDocumented ? null : complaint };
}

function isFailed({ status }) {
  return status === 'failed';
}

/** Nothing of what a pipeline or a user has set. */
function environment() {
  const isOurs = ([name]) => /^(?:BITBUCKET|CODESCENE_PR)_/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter((entry) => !isOurs(entry)));
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
