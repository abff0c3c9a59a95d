import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderComment } from '../../src/render/index.ts';
import { createHostileReport, createHugeReport, createReport } from '../helpers/create-report.ts';
import { createHostileReview } from '../helpers/create-review.ts';
import { parseStructure } from '../helpers/parse-markdown.ts';
import { renderers } from '../helpers/renderers.ts';

/** What means something to some Markdown parser, or to Bitbucket. */
const markup = [
  '[x](http://evil.example)',
  '![x](http://evil.example/a.png)',
  '[x][y]',
  '[x]: http://evil.example',
  '[^1]',
  '<http://evil.example>',
  'http://evil.example',
  'www.evil.example',
  'evil.example.com',
  'someone@evil.example',
  '@someone',
  '@{3f2a9c81-d4e7-4605-8c1e-8f7a2b3d4c5e}',
  '<b>',
  '<script>alert(1)</script>',
  '<!--',
  '<details>',
  '</td>',
  '&lt;',
  '&#42;',
  '# heading',
  '- item',
  '* item',
  '1. item',
  '2) item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  '|---|---|',
  '|',
  '\\|',
  '\\',
  '`',
  '``',
  '```',
  '~~~',
  '~~gone~~',
  '**bold**',
  '_em_',
  '*',
  '__',
  ':smile:',
  '*[abbr]: long',
  ': definition',
  '\n',
  '\r\n',
  '\n\n',
  '\n    code',
  '\t',
  '  \n',
  '\u202e',
  '\u200b',
  '\u2028',
  '\u0000',
  '\ud800',
  ' ',
];

const anyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...markup) }, fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const allowedLink = 'https://bitbucket.example/';
const options = {
  maxLength: 30_000,
  linkTo: (path: string, line: number | null) => `${allowedLink}${encodeURIComponent(path)}?at=${line}`,
  runUrl: `${allowedLink}run`,
};
const plainLook = { color: false, width: 80, all: true };

/** The canonical report with every text in it the same, each place of text one of its own. */
const spoil = (text: string): Report => {
  const report = createHostileReport(text);
  const [first, ...others] = report.files;
  const withGoal = { ...first, goal: { goal: 'refactor', note: text }, moved: [moved(text)] };
  return { ...report, files: [withGoal as Report['files'][number], ...others] };
};

const moved = (text: string) => ({
  function: text,
  line: 3,
  direction: 'in' as const,
  otherPath: text,
  otherFunction: text,
  smells: ['complex-method'],
});

describe('a text of the report, whatever it is', () => {
  const harmless = parseStructure(renderComment(spoil('word'), options));

  it('changes nothing about how a comment is built', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const structure = parseStructure(renderComment(spoil(text), options));
        expect(structure.blocks).toEqual(harmless.blocks);
        expect(structure.forbidden).toEqual([]);
        for (const link of structure.links) expect(link.startsWith(allowedLink)).toBe(true);
        expect(structure.links.length).toBeLessThanOrEqual(harmless.links.length);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing about how a review is built', () => {
    const render = (text: string) =>
      parseStructure(renderers.markdown.renderReview(createHostileReview(text), plainLook));
    const expected = render('word');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(render(text)).toEqual({ ...expected, links: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('leads nowhere, whatever address a link is given', () => {
    fc.assert(
      fc.property(anyText, (url) => {
        const hostile = renderComment(createReport(), { ...options, linkTo: () => url, runUrl: url });
        const structure = parseStructure(hostile);
        expect(structure.blocks).toEqual(parseStructure(renderComment(createReport(), options)).blocks);
        expect(structure.forbidden).toEqual([]);
        for (const link of structure.links) expect(link).toMatch(/^https?:\/\//);
      }),
    );
  });
});

describe('the length of a comment', () => {
  const text = fc.oneof(anyText, fc.string({ minLength: 500, maxLength: 3000 }));

  it('is kept to, and the verdict and every gate stand', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2000, max: 30_000 }), (hostile, maxLength) => {
        const report = createHostileReport(hostile);
        const comment = renderComment(report, { ...options, maxLength });
        expect(comment.length).toBeLessThanOrEqual(maxLength);
        expect(comment).toMatch(/^### ✗ Code Health: failed\n/);
        for (const gate of ['hotspot-decline', 'critical-rules', 'new-code-health', 'coverage']) {
          expect(comment).toContain(`\`${gate}\``);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is kept to by cutting whole rows, and what is cut is said', () => {
    const report = createHugeReport(50, 20);
    fc.assert(
      fc.property(fc.integer({ min: 800, max: 12_000 }), (maxLength) => {
        const comment = renderComment(report, { ...options, maxLength });
        expect(comment.length).toBeLessThanOrEqual(maxLength);
        const rows = comment.split('\n').filter((line) => line.startsWith('|'));
        for (const row of rows) expect(row).toMatch(/^\|.*\|$/);
        const named = comment.split('\n').filter((line) => /^- .* has 3 bumps \(limit 1\)/.test(line)).length;
        const [, left] = /(\d+) (?:more )?violations?: see/.exec(comment) ?? [];
        expect(named + Number(left)).toBe(1000);
      }),
    );
  });
});
