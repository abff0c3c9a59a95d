import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, formatNames } from '../../src/render/index.ts';
import { createHostileReport, createReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const invisible = [
  ...Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(0x7f + code)),
  ...'\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff',
  '\ud800',
  '\udfff',
  '\u{e0001}',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...invisible), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const optionsArbitrary = fc.record({
  color: fc.constant(false),
  width: fc.integer({ min: 60, max: 200 }),
  unicode: fc.boolean(),
  all: fc.boolean(),
});

describe.each(formatNames)('the format %s', (format) => {
  it('leaves nothing invisible in its output, whatever stands in the repository', () => {
    fc.assert(
      fc.property(text, optionsArbitrary, (hostile, options) => {
        const output = renderers[format].render(createHostileReport(hostile), options);
        expect(output.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
      }),
    );
  });

  it('gives the same text for the same report, and does not change it', () => {
    const report = createReport();
    const before = structuredClone(report);
    const options = { color: true, width: 80 };
    expect(renderers[format].render(report, options)).toBe(
      renderers[format].render(structuredClone(report), options),
    );
    expect(report).toEqual(before);
  });

  it('is called by its name', () => {
    expect(renderers[format].id).toBe(format);
  });
});

describe('the result file', () => {
  it('keeps every text exact', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const report = createHostileReport(hostile);
        expect(JSON.parse(renderers.json.render(report, { color: false, width: 80 }))).toEqual(report);
      }),
    );
  });
});

describe('escapeText', () => {
  it('changes nothing that is visible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (visible) => {
        fc.pre(!/[\p{C}\p{Zl}\p{Zp}]/u.test(visible));
        expect(escapeText(visible)).toBe(visible);
      }),
    );
  });

  it.each([
    ['\u0000', '\\x00'],
    ['\u001b', '\\x1b'],
    ['\u007f', '\\x7f'],
    ['\u009b', '\\x9b'],
    ['\u202e', '\\u202e'],
    ['\ud800', '\\ud800'],
    ['\ufffe', '\\ufffe'],
    ['\u{e0001}', '\\u{e0001}'],
  ])('shows %j', (character, expected) => {
    expect(escapeText(`a${character}b`)).toBe(`a${expected}b`);
  });
});
