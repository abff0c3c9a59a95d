import { describe, expect, it } from 'vitest';
import { escapeText } from '../../src/text/escape-text.ts';

describe('escapeText', () => {
  it('writes what cannot be seen as escape sequences', () => {
    expect(escapeText('a\u0000b\nc\u007fd\u009be\u202ef\u2066g\u200bh\u2028i\u{e0041}j\ud800k')).toBe(
      'a\\x00b\\x0ac\\x7fd\\x9be\\u202ef\\u2066g\\u200bh\\u2028i\\u{e0041}j\\ud800k',
    );
  });

  it('leaves letters, signs and emoji of all languages alone', () => {
    expect(escapeText('größe 漢字 مرحبا 😀 <b>&amp;')).toBe('größe 漢字 مرحبا 😀 <b>&amp;');
  });
});
