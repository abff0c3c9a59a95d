import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { syntheticSource } from './synthetic-source.js';

const blobs = 50;
const start = 1_700_000_000;
const secondsBetween = 600;

/**
 * Makes a repository by `git fast-import`: `main` with so many files and commits, and a branch `change`
 * that edits files of its own, the same ones whatever stands beside them. Nothing is checked out.
 * @param {{ folder: string, files: number, commits: number, changed: number, functions: number }} size
 */
export function createSyntheticRepository({ folder, files, commits, changed, functions }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const git = (args, input) =>
    execFileSync('git', args, { cwd: folder, input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] });
  git(['init', '--quiet', '--initial-branch=main']);
  const changes = (seed) =>
    Array.from({ length: changed }, (_, index) =>
      inline(`change/file${index}.ts`, syntheticSource(seed + index, functions)),
    );
  const stream = [
    ...Array.from(
      { length: blobs },
      (_, index) => `blob\nmark :${index + 1}\n${data(syntheticSource(index, 3))}`,
    ),
    commit('main', 0, [...listFiles(files), ...changes(0)]),
    ...Array.from({ length: commits }, (_, index) => commit('main', index + 1, [touch(index, files)])),
    commit('change', commits + 1, changes(500), 'from refs/heads/main\n'),
  ];
  git(['fast-import', '--quiet'], stream.join(''));
  return { folder, base: 'main', head: 'change' };
}

const pathOf = (index) => `src/part${Math.floor(index / 100)}/file${index}.ts`;

const listFiles = (count) =>
  Array.from({ length: count }, (_, index) => `M 100644 :${(index % blobs) + 1} ${pathOf(index)}\n`);

/** Some files are worked on more often than others. */
function touch(index, files) {
  const position = Math.floor(files * (((index * 7_919) % 10_007) / 10_007) ** 3);
  return inline(pathOf(position), `${syntheticSource(index % blobs, 3)}// ${index}\n`);
}

const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;

const inline = (path, text) => `M 100644 inline ${path}\n${data(text)}`;

function commit(branch, index, changes, from = '') {
  const author = `Ada <ada@example.com> ${start + index * secondsBetween} +0000`;
  return `commit refs/heads/${branch}\ncommitter ${author}\n${data(`commit ${index}`)}${from}${changes.join('')}\n`;
}
