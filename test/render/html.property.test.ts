import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/render/html.ts';
import { createHostileReport, hostileText } from '../helpers/create-report.ts';
import { createHostileReview } from '../helpers/create-review.ts';
import { parseHtml } from '../helpers/parse-html.ts';

const fragments = [
  '<script>alert(1)</script>',
  '</title>',
  '</style>',
  '</script>',
  '<!--',
  '-->',
  ']]>',
  '<svg onload=x>',
  '"><img src=x onerror=y>',
  "' onmouseover='x",
  '&lt;b&gt;',
  '&#0;',
  '`${',
  '/*',
  '{a.b}',
  '<a href="javascript:x">',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\ud800',
  '\r\n',
  '\t',
  '/',
  '\\',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** What is there whatever the texts are; a path breaks at its slashes and code is painted as it comes. */
const changing = new Set(['wbr', 'i']);

const makers = {
  check: (text: string, code: readonly string[]) =>
    html.render(createHostileReport(text), { color: false, width: 100, code: () => code }),
  review: (text: string, code: readonly string[]) =>
    html.renderReview(createHostileReview(text), { color: false, width: 100, code: () => code }),
};

/** The elements of a page with their attributes' names, in order; spans of indentation apart. */
function skeletonOf(page: string): readonly string[] {
  return parseHtml(page)
    .elements.filter(({ tag, attributes }) => !changing.has(tag) && attributes.class !== 'w')
    .map(({ tag, attributes }) => [tag, ...Object.keys(attributes)].join(' '));
}

describe.each(['check', 'review'] as const)('the page of a %s', (kind) => {
  const make = makers[kind];
  const lines = (text: string) => Array.from({ length: 45 }, () => text);
  const expected = skeletonOf(make('plain', lines('plain')));

  it('has no element and no attribute that comes from a text, and is well formed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = make(text, lines(text));
        expect(parseHtml(page).errors).toEqual([]);
        expect(skeletonOf(page)).toEqual(expected);
      }),
      { numRuns: 30, examples: [[hostileText], [''], ['\n'], ['/'], ['__proto__']] },
    );
  });

  it('has no control character, and nothing invisible', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(make(text, lines(text)).replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same for the same report', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const first = make(text, lines(text));
        expect(make(text, lines(text))).toBe(first);
      }),
      { numRuns: 10 },
    );
  });
});
