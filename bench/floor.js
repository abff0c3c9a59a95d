// The floor of a check: one Node process that loads a compiler late, reads the same blobs of both sides and only
// parses and walks them. Usage: node floor.js <compiler> <repository> <base> <head>
import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const [compiler, repository, base, head] = process.argv.slice(2);
const { stdout } = await promisify(execFile)(
  'git',
  ['diff', '--raw', '-z', '--no-abbrev', '-M', base, head],
  {
    cwd: repository,
    maxBuffer: 1 << 28,
  },
);
const fields = stdout.split('\0').filter(Boolean);
const blobs = [];
for (let at = 0; at < fields.length; ) {
  const [, , oldBlob, newBlob, status] = fields[at].split(' ');
  const path = fields[at + (status.startsWith('R') ? 2 : 1)];
  at += status.startsWith('R') ? 3 : 2;
  if (/\.[cm]?[jt]sx?$/.test(path)) {
    for (const blob of [oldBlob, newBlob]) if (!/^0+$/.test(blob)) blobs.push({ blob, path });
  }
}

const git = spawn('git', ['cat-file', '--batch'], { cwd: repository });
git.stdin.end(blobs.map(({ blob }) => `${blob}\n`).join(''));
const chunks = [];
git.stdout.on('data', (chunk) => chunks.push(chunk));
const ended = new Promise((resolve) => git.stdout.on('end', resolve));
const ts = createRequire(import.meta.url)(compiler);
await ended;

const output = Buffer.concat(chunks);
let nodes = 0;
const walk = (node) => {
  nodes += 1;
  ts.forEachChild(node, walk);
};
let at = 0;
for (const { path } of blobs) {
  const headerEnd = output.indexOf(10, at);
  const size = Number(output.toString('latin1', at, headerEnd).split(' ')[2]);
  const text = output.toString('utf8', headerEnd + 1, headerEnd + 1 + size);
  at = headerEnd + size + 2;
  walk(
    ts.createSourceFile(path, text, {
      languageVersion: ts.ScriptTarget.Latest,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    }),
  );
}
console.log(`${blobs.length} blobs, ${nodes} nodes`);
