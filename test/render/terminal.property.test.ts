import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { displayWidth } from '../../src/render/display-width.ts';
import type { RenderOptions } from '../../src/render/index.ts';
import { createHostileReport, createReport } from '../helpers/create-report.ts';
import { createHostileReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';

const { terminal } = renderers;

/** Control and format characters, marks, wide characters, pictures and lone surrogates among others. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]8;;x\u001b\\',
        '\u009b',
        '\r\n',
        '\t',
        '\u202e',
        '\u2028',
        '\ud800',
      ),
      fc.constantFrom('数据', '한글', '✅', '🙂', '🇳🇱', 'e\u0301', '\u1112\u1161', ' ', '/', 'if (a) {'),
      fc.constantFrom('x'.repeat(250), '数'.repeat(120), 'e\u0301'.repeat(210)),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const options = fc.record({
  color: fc.boolean(),
  width: fc.integer({ min: 60, max: 200 }),
  unicode: fc.boolean(),
  all: fc.boolean(),
});

/** Our own sequences: colours, and links that are printable ASCII. */
const sequenceStart = String.fromCharCode(0x1b);
const ours = new RegExp(
  `${sequenceStart}\\[\\d+(?:;\\d+)*m|${sequenceStart}\\]8;;[\\x21-\\x3a\\x3c-\\x7e]*${sequenceStart}\\\\`,
  'g',
);

function lookOf(look: RenderOptions, code: string): RenderOptions {
  const lines = Array.from({ length: 300 }, () => code);
  return { ...look, code: () => lines, link: () => 'file:///repository/a.ts' };
}

/** The canonical report with one text in every place but paths, and lines of code that are it as well. */
function spoilWords(words: string): Report {
  const report = createHostileReport(words);
  const canonical = createReport();
  return {
    ...report,
    gates: report.gates.map((gate, index) => ({
      ...gate,
      conditions: gate.conditions.map((condition, at) => ({
        ...condition,
        path: canonical.gates[index]?.conditions[at]?.path ?? 'src/a.ts',
      })),
    })),
    files: report.files.map((file, index) => ({
      ...file,
      path: canonical.files[index]?.path ?? 'src/a.ts',
      oldPath: canonical.files[index]?.oldPath ?? null,
    })),
  };
}

const visible = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

describe('the terminal', () => {
  it('gets no control character but our own colours and links, whatever stands in the repository', () => {
    fc.assert(
      fc.property(text, options, (hostile, look) => {
        const withCode = lookOf(look, hostile);
        for (const output of [
          terminal.render(createHostileReport(hostile), withCode),
          terminal.render(spoilWords(hostile), withCode),
          terminal.renderReview(createHostileReview(hostile), withCode),
        ]) {
          expect(output.replace(ours, '').replaceAll('\n', '')).toMatch(visible);
        }
      }),
    );
  });

  it('gets no sequence at all where neither colours nor links are on', () => {
    fc.assert(
      fc.property(text, options, (hostile, look) => {
        const { link: _link, ...withCode } = lookOf({ ...look, color: false }, hostile);
        expect(terminal.render(spoilWords(hostile), withCode)).not.toContain('\u001b');
      }),
    );
  });

  it('gets no line wider than it is, but for paths that are longer', () => {
    const linesOf = (output: string) => stripVTControlCharacters(output).split('\n');
    fc.assert(
      fc.property(text, options, (hostile, look) => {
        // A word with a slash looks like a path and is kept whole, to be clicked and copied.
        const words = hostile.replaceAll('/', '');
        const withCode = lookOf(look, hostile);
        const review = createHostileReview(words);
        const files = review.files.map((file) => ({ ...file, path: 'src/a.ts' }));
        const gates = review.gates.map((gate) => ({
          ...gate,
          conditions: gate.conditions.map((each) => ({ ...each, path: 'src/a.ts' })),
        }));
        const worstFunctions = review.worstFunctions.map((fn) => ({ ...fn, path: 'src/a.ts' }));
        const lines = [
          ...linesOf(terminal.render(spoilWords(words), withCode)),
          ...linesOf(terminal.renderReview({ ...review, files, gates, worstFunctions }, withCode)),
        ];
        expect(lines.filter((line) => displayWidth(line) > look.width)).toEqual([]);
      }),
    );
  });

  it('gets the same text for the same report', () => {
    fc.assert(
      fc.property(text, options, (hostile, look) => {
        const render = () => terminal.render(spoilWords(hostile), lookOf(look, hostile));
        expect(render()).toBe(render());
      }),
      { numRuns: 20 },
    );
  });

  it('gets the same words with colours and links as without', () => {
    fc.assert(
      fc.property(text, options, (hostile, look) => {
        const withAll = lookOf({ ...look, color: true }, hostile);
        const { link: _link, ...plain } = { ...withAll, color: false };
        const report = spoilWords(hostile);
        expect(terminal.render(report, withAll).replace(ours, '')).toBe(terminal.render(report, plain));
      }),
      { numRuns: 50 },
    );
  });
});
