import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePath, encodePath } from '../../src/git/path-text.ts';

describe('decodePath', () => {
  it('keeps UTF-8 as it is, a byte order mark and backslashes included', () => {
    expect(decodePath(Buffer.from('\ufeffsrc\\ä/✓.ts'))).toEqual({
      text: '\ufeffsrc\\ä/✓.ts',
      isExact: true,
    });
  });

  it('writes bytes that are not UTF-8 in a readable form', () => {
    const bytes = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x5c, 0x78, 0x65, 0x39]);
    expect(decodePath(bytes)).toEqual({ text: 'caf\\xe9\\\\xe9', isExact: false });
  });

  it('is undone by encodePath for all bytes', () => {
    const bytes = fc.uint8Array({ min: 1, maxLength: 60 }).map((values) => Buffer.from(values));
    fc.assert(
      fc.property(bytes, (path) => {
        expect(encodePath(decodePath(path)).equals(path)).toBe(true);
      }),
    );
  });
});
