import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarker, toMarkerLine } from '../../src/publish/comment-marker.ts';

const line = toMarkerLine('codescene-pr', 'https://bitbucket.org/acme/shop/commits/0123', {
  hadFindings: true,
});

describe('the marker of a comment', () => {
  it('is read back from the first and the last line, whatever stands between', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (text, hadFindings, first) => {
        const marker = toMarkerLine('codescene-pr', 'https://x.example/1', { hadFindings });
        const raw = first ? `${marker}\n\n${text}\n.` : `.${text}\r\n\r\n${marker}\n`;
        expect(readMarker(raw, 'codescene-pr')).toEqual({ hadFindings });
      }),
    );
  });

  it.each([
    ['in the middle', `a\n${line}\nb`],
    ['in a quotation', `> ${line}`],
    ['in a list', `- ${line}`],
    ['with words after it', `${line} and more`],
    ['without an address', '[codescene-pr:codescene-pr]:'],
    ['with another scheme', '[codescene-pr:codescene-pr]: javascript:x'],
    ['of another report', line.replace('pr]', 'pr-web]')],
    ['of a report whose id is only like it', line.replace('pr]', 'prx]')],
  ])('is none %s', (_, raw) => {
    expect(readMarker(raw, 'codescene-pr')).toBeNull();
  });

  it('takes an id as it is, not as a pattern', () => {
    expect(readMarker('[codescene-pr:aXb]: https://x.example/1', 'a.b')).toBeNull();
  });
});
