import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/text/cut-text.ts';

describe('cutText', () => {
  it('leaves a text alone that is exactly as long as allowed', () => {
    expect(cutText('abcde', 5)).toBe('abcde');
    expect(cutText('abcdef', 5)).toBe('abcd…');
  });

  it('never cuts through a code point', () => {
    expect(cutText('ab😀😀', 4)).toBe('ab…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const cut = cutText(text, limit);
          return cut.length <= limit && !/\p{Surrogate}/u.test(cut);
        },
      ),
    );
  });
});
