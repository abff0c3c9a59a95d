import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFieldCutter } from '../../src/git/nul-fields.ts';
import { createLogParser, type LoggedCommit } from '../../src/git/parse-log.ts';
import { decodePath } from '../../src/git/path-text.ts';

function parse(output: Buffer, chunkLength: number): { commits: LoggedCommit[]; isAtEnd: boolean } {
  const parser = createLogParser();
  const cutter = createFieldCutter();
  const commits: LoggedCommit[] = [];
  for (let start = 0; start < output.length; start += chunkLength) {
    for (const field of cutter.cut(output.subarray(start, start + chunkLength))) {
      const commit = parser.take(field);
      if (commit) commits.push(commit);
    }
  }
  return { commits, isAtEnd: cutter.isAtEnd() };
}

const pathBytes = fc
  .uint8Array({ min: 1, max: 255, minLength: 1, maxLength: 12 })
  .map((bytes) => Buffer.from(bytes));

const change = fc.oneof(
  fc.record({ status: fc.constantFrom('A', 'M', 'D', 'T'), paths: fc.tuple(pathBytes) }),
  fc.record({ status: fc.constant('R100'), paths: fc.tuple(pathBytes, pathBytes) }),
);

const commit = fc.record({
  hash: fc.stringMatching(/^[0-9a-f]{40}$/),
  time: fc.integer({ min: 0, max: 2 ** 40 }),
  author: fc.constantFrom('ada@example.com', '', 'a b@x', 'ä@example.com'),
  changes: fc.array(change, { maxLength: 4 }),
});

describe('the log', () => {
  it('is read as it was written, whatever paths are called and wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 5 }), fc.integer({ min: 1, max: 64 }), (commits, length) => {
        const nul = Buffer.from([0]);
        const output = Buffer.concat(
          commits.flatMap(({ hash, time, author, changes }) => [
            Buffer.from(`@${hash} ${time} ${author}\0`),
            ...changes.flatMap(({ status, paths }, index) => [
              Buffer.from(`${index === 0 ? '\n' : ''}${status}\0`),
              ...paths.flatMap((each) => [each, nul]),
            ]),
          ]),
        );
        const parsed = parse(output, length);
        expect(parsed.isAtEnd).toBe(true);
        expect(parsed.commits).toEqual(
          commits.map(({ changes, ...facts }) => ({
            ...facts,
            changes: changes.map(({ status, paths }) => {
              const texts = paths.map((each) => decodePath(each).text);
              const kinds = { A: 'added', D: 'deleted', R100: 'renamed' } as Record<string, string>;
              const path = texts.at(-1);
              return { kind: kinds[status] ?? 'modified', path, oldPath: texts.length > 1 ? texts[0] : null };
            }),
          })),
        );
      }),
    );
  });

  it('is refused where it has another form', () => {
    expect(() => createLogParser().take(Buffer.from('what is this'))).toThrow(/unknown form/);
  });
});
