import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRawDiff, type RawChange } from '../../src/git/parse-raw-diff.ts';

const mode = fc.constantFrom('000000', '100644', '100755', '120000', '160000');
const id = fc
  .constantFrom(40, 64)
  .chain((length) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length }),
  );
/** Any bytes but NUL: line feeds, tabs, colons and what is not UTF-8 among them. */
const pathBytes = fc.uint8Array({ min: 1, minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes));

const plain = fc
  .record({
    oldMode: mode,
    newMode: mode,
    oldId: id,
    newId: id,
    status: fc.constantFrom('A', 'D', 'M', 'T', 'U', 'X'),
    similarity: fc.constant(null),
    path: pathBytes,
  })
  .map(({ path, ...rest }): RawChange => ({ ...rest, oldPath: path, newPath: path }));

const renamed = fc.record({
  oldMode: mode,
  newMode: mode,
  oldId: id,
  newId: id,
  status: fc.constantFrom('R', 'C'),
  similarity: fc.integer({ min: 0, max: 100 }),
  oldPath: pathBytes,
  newPath: pathBytes,
});

function print(change: RawChange): Buffer {
  const similarity = change.similarity === null ? '' : String(change.similarity).padStart(3, '0');
  const header = `:${change.oldMode} ${change.newMode} ${change.oldId} ${change.newId} ${change.status}${similarity}`;
  const paths = change.similarity === null ? [change.oldPath] : [change.oldPath, change.newPath];
  return Buffer.concat([
    Buffer.from(header),
    ...paths.flatMap((path) => [Buffer.from([0]), path]),
    Buffer.from([0]),
  ]);
}

describe('parseRawDiff', () => {
  it('reads back whatever git may have printed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(plain, renamed), { maxLength: 8 }), (changes) => {
        expect(parseRawDiff(Buffer.concat(changes.map(print)))).toEqual(changes);
      }),
    );
  });

  it('refuses an output that was cut off instead of giving a part of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(plain, renamed), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        (changes, at) => {
          const whole = Buffer.concat(changes.map(print));
          const ends = changes.map((_, index) => Buffer.concat(changes.slice(0, index).map(print)).length);
          const cut = at % whole.length;
          fc.pre(!ends.includes(cut));
          expect(() => parseRawDiff(whole.subarray(0, cut))).toThrow(
            /in the middle of an entry|of unknown form/,
          );
        },
      ),
    );
  });

  it('refuses what is no list of changes, and shows it without control characters', () => {
    expect(() => parseRawDiff(Buffer.from('warning: \u001b[31mx\0y\0'))).toThrow(
      /unknown form: "warning: \\u001b/,
    );
  });

  it('reads nothing from an empty output', () => {
    expect(parseRawDiff(Buffer.alloc(0))).toEqual([]);
  });
});
