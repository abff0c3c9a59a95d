import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSourceText } from '../../src/languages/source-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const code = 'const name = "Zoë 🎉";\r\n';

function encodeUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), order === 'little');
  }
  return bytes;
}

describe('readSourceText', () => {
  it('reads UTF-8 and keeps line breaks', () => {
    expect(readSourceText(encode(code))).toEqual({ kind: 'text', text: code });
  });

  it('leaves a UTF-8 byte order mark out', () => {
    expect(readSourceText(encode(`\ufeff${code}`))).toEqual({ kind: 'text', text: code });
  });

  it.each(['little', 'big'] as const)('reads UTF-16 of %s byte order by its mark', (order) => {
    expect(readSourceText(encodeUtf16(`\ufeff${code}`, order))).toEqual({ kind: 'text', text: code });
  });

  it('does not change the bytes that it was given', () => {
    const bytes = Buffer.from(encodeUtf16(`\ufeff${code}`, 'big'));
    const before = Buffer.from(bytes).toString('hex');
    readSourceText(bytes);
    expect(bytes.toString('hex')).toBe(before);
  });

  it('reads an empty file', () => {
    expect(readSourceText(new Uint8Array())).toEqual({ kind: 'text', text: '' });
  });

  it('skips a binary file', () => {
    expect(readSourceText(Uint8Array.of(0x47, 0x40, 0, 0x10))).toEqual({
      kind: 'skipped',
      reason: 'binary file',
    });
  });

  it('takes a zero byte far behind the start for a character, as git does', () => {
    const text = `${' '.repeat(8_000)}'\0'`;
    expect(readSourceText(encode(text))).toEqual({ kind: 'text', text });
  });

  it('skips a Git LFS pointer', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
    expect(readSourceText(encode(pointer))).toEqual({ kind: 'skipped', reason: 'Git LFS pointer' });
  });

  it('measures a long file that begins like a Git LFS pointer', () => {
    const text = `version https://git-lfs.github.com/spec/v1\n${' '.repeat(1_024)}`;
    expect(readSourceText(encode(text)).kind).toBe('text');
  });

  it('says that a file in another encoding is not valid UTF-8', () => {
    expect(readSourceText(Uint8Array.of(0x5a, 0x6f, 0xeb))).toEqual({
      kind: 'unmeasurable',
      reason: 'not valid UTF-8',
    });
  });

  it('says that half a character is not valid UTF-16', () => {
    expect(readSourceText(Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8))).toEqual({
      kind: 'unmeasurable',
      reason: 'not valid UTF-16',
    });
    expect(readSourceText(Uint8Array.of(0xfe, 0xff, 0x41)).kind).toBe('unmeasurable');
  });

  it('gives back every text that was written as UTF-8, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(readSourceText(encode(text))).toEqual({ kind: 'text', text });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(['text', 'skipped', 'unmeasurable']).toContain(readSourceText(bytes).kind);
      }),
    );
  });
});
