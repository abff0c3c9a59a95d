import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/text/escape-xml.ts';
import { hostileText } from '../helpers/create-report.ts';
import { parseXml } from '../helpers/parse-xml.ts';

const document = (text: string) => `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`;

describe('escapeXml', () => {
  it.each([
    ['<a href="x">Tom & Jerry\'s</a>', '&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&apos;s&lt;/a&gt;'],
    ['\u001b[2J', '\\x1b[2J'],
    ['a\nb', 'a\\x0ab'],
    ['\u202e', '\\u202e'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['\ud800', '\\ud800'],
    [']]>', ']]&gt;'],
    ['Größe 数 🙂', 'Größe 数 🙂'],
  ])('writes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });

  it('gives one element with one attribute and one text, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...hostileText, '\uffff') }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { name, attributes, children, text: content } = parseXml(document(text));
        expect({ name, children }).toEqual({ name: 'a', children: [] });
        expect(Object.keys(attributes)).toEqual(['b']);
        expect(attributes.b).toBe(content);
      }),
    );
  });

  it('keeps what is visible exact', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{C}\p{Zl}\p{Zp}]/u.test(text));
        expect(parseXml(document(text)).attributes.b).toBe(text);
      }),
    );
  });
});
