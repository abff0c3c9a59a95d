import fc from 'fast-check';
import { GitError } from '../../src/errors.ts';
import { createFieldCutter, nulFields } from '../../src/git/nul-fields.ts';
import { createLogParser } from '../../src/git/parse-log.ts';
import { parsePatch } from '../../src/git/parse-patch.ts';
import { parseRawDiff } from '../../src/git/parse-raw-diff.ts';
import { decodePath, encodePath } from '../../src/git/path-text.ts';
import { readBlobs } from '../../src/git/read-blobs.ts';
import type { Repository } from '../../src/git/repository.ts';
import { hash, oftenDamaged, pathBytes } from './inputs.ts';
import { demand, demandSame, type Subject, unlessRefused } from './subject.ts';

const nul = Buffer.from([0]);
const field = (text: string | Buffer) => Buffer.concat([Buffer.from(text), nul]);
const gitWords = [
  '\0',
  '\n',
  ':',
  ' ',
  '100644',
  '000000',
  'R100\0',
  'A\0',
  '@',
  '+++ b/',
  '@@ -1 +1 @@\n',
  '\\',
];
const mode = fc.constantFrom('100644', '100755', '120000', '160000', '000000');

const rawRecord = fc
  .tuple(
    fc.tuple(mode, mode, hash, hash),
    fc.constantFrom('A', 'D', 'M', 'T', 'U', 'R050', 'R100', 'C075'),
    pathBytes,
    pathBytes,
  )
  .map(([[oldMode, newMode, oldId, newId], status, first, second]) => {
    const paths = /^[RC]/.test(status) ? [field(first), field(second)] : [field(first)];
    return Buffer.concat([field(`:${oldMode} ${newMode} ${oldId} ${newId} ${status}`), ...paths]);
  });

const rawDiff: Subject = {
  name: 'raw diff',
  inputs: oftenDamaged(fc.array(rawRecord, { maxLength: 6 }).map(Buffer.concat), gitWords),
  check: (input) => {
    const changes = unlessRefused(GitError, () => parseRawDiff(input)) ?? [];
    const written = changes.map((change) => {
      const isPair = change.status === 'R' || change.status === 'C';
      const likeness = change.similarity === null ? '' : String(change.similarity).padStart(3, '0');
      const { oldMode, newMode, oldId, newId, status } = change;
      const header = field(`:${oldMode} ${newMode} ${oldId} ${newId} ${status}${likeness}`);
      return Buffer.concat([header, field(change.oldPath), ...(isPair ? [field(change.newPath)] : [])]);
    });
    // A damaged likeness can have fewer digits than git gives it.
    const normal = (bytes: Buffer) => bytes.toString('latin1').replace(/ ([A-Z])0*(\d{1,3})\0/g, ' $1$2\0');
    if (written.length > 0)
      demand(normal(Buffer.concat(written)) === normal(input), 'a change was read otherwise than written');
  },
};

const commit = fc
  .tuple(
    hash,
    fc.nat({ max: 4_000_000_000 }),
    pathBytes,
    fc.array(fc.tuple(fc.constantFrom('M', 'A', 'D', 'R100'), pathBytes, pathBytes), { maxLength: 4 }),
  )
  .map(([id, time, author, changes]) =>
    Buffer.concat([
      field(Buffer.concat([Buffer.from(`@${id} ${time} `), author])),
      ...changes.flatMap(([status, first, second], index) => [
        field(`${index === 0 ? '\n' : ''}${status}`),
        field(first),
        ...(status === 'R100' ? [field(second)] : []),
      ]),
    ]),
  );

function readLog(input: Buffer, chunkSize: number): unknown {
  return unlessRefused(GitError, () => {
    const cutter = createFieldCutter();
    const parser = createLogParser();
    const commits = [];
    for (let start = 0; start < input.length; start += chunkSize) {
      for (const part of cutter.cut(input.subarray(start, start + chunkSize)))
        commits.push(parser.take(part) ?? []);
    }
    return { commits: commits.flat(), inexact: [...parser.inexactPaths], isAtEnd: cutter.isAtEnd() };
  });
}

const log: Subject = {
  name: 'log',
  inputs: oftenDamaged(fc.array(commit, { maxLength: 5 }).map(Buffer.concat), gitWords),
  check: (input) => {
    const whole = readLog(input, input.length + 1);
    demandSame(whole, readLog(input, 7));
    demandSame(whole, readLog(input, 1));
  },
};

const hunk = fc
  .tuple(
    fc.nat({ max: 5000 }),
    fc.array(pathBytes, { maxLength: 3 }),
    fc.array(pathBytes, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([start, removed, added, endsOpen]) => {
    const lines = (sign: string, texts: readonly Buffer[]) =>
      texts.map((text) => `${sign}${text.toString('latin1').replaceAll('\n', '')}\n`).join('');
    const counts = `-${start},${removed.length} +${start + 1},${added.length}`;
    const open = endsOpen && added.length > 0 ? '\\ No newline at end of file\n' : '';
    return `@@ ${counts} @@ function f() {\n${lines('-', removed)}${lines('+', added)}${open}`;
  });

/** As git quotes a name: every byte in octal means the same. */
const quotedName = (path: Buffer) =>
  `"b/${[...path].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`;

const patch: Subject = {
  name: 'patch',
  inputs: oftenDamaged(
    fc
      .array(fc.tuple(pathBytes, fc.array(hunk, { maxLength: 4 })), { maxLength: 4 })
      .map((files) =>
        files.map(
          ([path, hunks]) => `diff --git a/x b/x\n--- a/x\n+++ ${quotedName(path)}\n${hunks.join('')}`,
        ),
      )
      .map((files) => Buffer.from(files.join(''), 'latin1')),
    gitWords,
  ),
  check: (input) => {
    const changed = unlessRefused(GitError, () => parsePatch(input));
    const ranges = [...(changed?.values() ?? [])].flat();
    demand(
      ranges.every(({ line, endLine }) => line >= 0 && endLine >= line),
      'a range ends before it begins',
    );
  },
};

const fields: Subject = {
  name: 'fields that end with NUL',
  inputs: fc.uint8Array({ maxLength: 60, max: 3 }).map((bytes) => Buffer.from(bytes)),
  check: (input) => {
    const whole = unlessRefused(GitError, () => nulFields(input));
    if (whole !== null) demand(Buffer.concat(whole.map(field)).equals(input), 'a field was lost');
    const cutter = createFieldCutter();
    const cut = [...input].flatMap((byte) => cutter.cut(Buffer.from([byte])));
    demand(cutter.isAtEnd() === (whole !== null), 'the end was taken for the middle');
    if (whole !== null) demandSame(whole, cut);
  },
};

const paths: Subject = {
  name: 'path',
  inputs: pathBytes,
  check: (input) => {
    demand(encodePath(decodePath(input)).equals(input), 'a path was not found again');
  },
};

const blob = fc
  .tuple(fc.constantFrom('blob', 'tree', 'missing'), fc.uint8Array({ maxLength: 40 }))
  .map(([type, content]) =>
    type === 'missing'
      ? Buffer.from('a missing\n')
      : Buffer.concat([
          Buffer.from(`a ${type} ${content.length}\n`),
          Buffer.from(content),
          Buffer.from('\n'),
        ]),
  );

/** A repository whose git answers with these bytes, in chunks of five. */
function answering(answer: Buffer): Repository {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let start = 0; start < answer.length; start += 5) yield answer.subarray(start, start + 5);
  }
  const stream = () => ({
    output: chunks(),
    finished: async () => ({ exitCode: 0, stderr: '' }),
    stop: async () => {},
  });
  return { stream } as unknown as Repository;
}

const batch: Subject = {
  name: 'contents of a batch',
  inputs: oftenDamaged(fc.array(blob, { maxLength: 5 }).map(Buffer.concat), [
    'blob',
    '\n',
    '9',
    '999999999999',
    ' ',
  ]),
  check: async (input) => {
    let bytes = 0;
    try {
      for await (const { content } of readBlobs(answering(input), ['a', 'a', 'a'], 1000)) {
        if (content.kind === 'bytes') bytes += content.bytes.length;
      }
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
    demand(bytes <= input.length, 'more was read than was there');
  },
};

export const gitSubjects: readonly Subject[] = [rawDiff, log, patch, fields, paths, batch];
