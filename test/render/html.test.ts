import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/model/source-code.ts';
import { html } from '../../src/render/html.ts';
import { createEmptyReport, createHugeReport, createReport } from '../helpers/create-report.ts';
import { createHugeReview, createReview } from '../helpers/create-review.ts';
import { findElements, type ParsedPage, parseHtml } from '../helpers/parse-html.ts';

/** 300 lines a file that say where they are from. */
const code = (path: string, side: Side) =>
  Array.from({ length: 300 }, (_, index) => `  const line${index + 1} = '${side} ${path}';`);
const options = { color: false, width: 100, code };

const check = (report = createReport()) => parseHtml(html.render(report, options));
const review = (report = createReview()) => parseHtml(html.renderReview(report, options));
const textsOf = (page: ParsedPage, tag: string) => findElements(page, tag).map(({ text }) => text);
const bodyText = (page: ParsedPage) => textsOf(page, 'main').join();

const pages: readonly (readonly [string, () => ParsedPage])[] = [
  ['the canonical check', () => check()],
  ['a check without changes', () => check(createEmptyReport())],
  ['a huge check', () => check(createHugeReport(60, 6))],
  ['the canonical review', () => review()],
  ['a review of no file', () => review(createReview({ files: [], worstFunctions: [] }))],
  ['a huge review', () => review(createHugeReview(60, 6))],
];

describe.each(pages)('the page of %s', (_name, load) => {
  const page = load();

  it('is well formed', () => {
    expect(page.errors).toEqual([]);
  });

  it('has one heading of the first rank, and skips none below', () => {
    const ranks = page.elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    expect(ranks[0]).toBe(1);
    const skipped = ranks.filter((rank, index) => index > 0 && rank > (ranks[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
  });

  it('leads its links to places that it has, each with an id of its own', () => {
    const ids = page.elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = findElements(page, 'a').map(({ attributes }) => attributes.href ?? '');
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !ids.includes(target.slice(1)))).toEqual([]);
  });

  it('names its tables, their columns and its pictures', () => {
    expect(textsOf(page, 'caption')).toHaveLength(findElements(page, 'table').length);
    expect(findElements(page, 'th').filter(({ attributes }) => !('scope' in attributes))).toEqual([]);
    const pictures = findElements(page, 'svg').filter(({ attributes }) => !('aria-hidden' in attributes));
    expect(pictures.filter(({ attributes }) => attributes.role !== 'img')).toEqual([]);
  });

  it('needs nothing from elsewhere and allows nothing but its own style and script', () => {
    const [style] = textsOf(page, 'style');
    const [script] = textsOf(page, 'script');
    const policy = findElements(page, 'meta', 'http-equiv').map(({ attributes }) => attributes.content);
    const hash = (text = '') => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(policy).toEqual([
      `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`,
    ]);
    const foreign = page.elements.filter(({ tag, attributes }) => {
      return (
        ['link', 'img', 'iframe', 'object'].includes(tag) || 'src' in attributes || 'style' in attributes
      );
    });
    expect(foreign).toEqual([]);
    expect(`${style}${script}`).not.toMatch(/https?:|@import|url\(|eval|innerHTML/);
  });
});

describe('the page of a check', () => {
  it('begins with the verdict, then the gates with what violates them', () => {
    const page = check();
    expect(textsOf(page, 'h1')).toEqual(['Code Health: failed']);
    expect(textsOf(page, 'h2').slice(0, 2)).toEqual(['Gates', 'What to do']);
    expect(bodyText(page)).toContain('The score of this hotspot went down from 8.41 to 8.07');
  });

  it('shows the score of each file as a picture and as numbers, the largest decline first', () => {
    const page = check();
    const rows = findElements(page, 'tr', 'class').map(({ text }) => text);
    expect(rows[0]).toContain('src/billing/tax-rates.ts');
    expect(rows[0]).toContain('new → 9.24');
    expect(rows[1]).toContain('8.41 → 8.07 (−0.34)');
    expect(textsOf(page, 'title')).toContain('Code Health 8.41 → 8.07');
  });

  it('shows a finding beside its code before and after, with the lines that differ', () => {
    const page = check();
    const pane = findElements(page, 'figure').find(({ text }) => text.includes('src/old.ts'));
    expect(pane?.text).toContain('Before');
    expect(pane?.text).toContain("const line42 = 'old src/old.ts';");
    const marked = findElements(page, 'span', 'data-n').filter(({ attributes }) =>
      /\badd\b/.test(attributes.class ?? ''),
    );
    expect(marked.length).toBeGreaterThan(0);
  });

  it('points at the lines of a finding on a part of a function', () => {
    const [file] = createReport().files;
    const [found] = file?.findings ?? [];
    const findings = found ? [found, { ...found, smell: 'complex-conditional', line: 40, endLine: 41 }] : [];
    const page = check(createReport({ files: file ? [{ ...file, findings }] : [] }));
    const pointed = findElements(page, 'span', 'data-n').filter(({ attributes }) =>
      /\bp\b/.test(attributes.class ?? ''),
    );
    expect(pointed.map(({ attributes }) => attributes['data-n'])).toEqual(['40', '41']);
  });

  it('says how many lines of a long function it leaves out', () => {
    const report = createReport();
    const [file] = report.files;
    const files = file
      ? [{ ...file, findings: file.findings.map((finding) => ({ ...finding, line: 1, endLine: 250 })) }]
      : [];
    expect(bodyText(check({ ...report, files }))).toContain('… 214 more lines');
  });

  it.each([
    ['the breakdown of a score', '= 9.2408, cut to two decimals: 9.24'],
    ['what got better', 'The number of code lines of Invoice.total decreased from 120 to 95 (limit 69)'],
    ['a suppression that the change adds', 'added by this change'],
    ['what was expected to change', 'changed in 14 of the 19 commits'],
    ['what was not measured', 'it does not parse: expected ")"'],
    ['warnings', 'The pull request changes .codescene/quality-profile.yml'],
    ['whole hashes of what was compared', '3f2a9c81d4e7b6055c1e8f7a2b3d4c5e6f708192'],
    ['older findings', '1 older finding, as before'],
    ['functions with what was measured', '3 functions with what was measured'],
    ['hotspots that it touches', 'Hotspots touched'],
  ])('shows %s', (_what, text) => {
    expect(bodyText(check())).toContain(text);
  });

  it('shows the recommended review', () => {
    expect(textsOf(check(), 'header').join()).toContain('medium: 11 files in 5 folders');
  });

  it('shows coverage with the lines that no test runs', () => {
    const [file] = createReport().files;
    const coverage = { executableLines: 12, coveredLines: 10, uncovered: [{ line: 4, endLine: 5 }] };
    const page = check(createReport({ files: file ? [{ ...file, coverage }] : [] }));
    expect(textsOf(page, 'header').join()).toContain('83.3 %');
    expect(bodyText(page)).toContain('not covered: lines 4–5');
  });

  it('shows moved functions with where they came from', () => {
    const [file] = createReport().files;
    const moved = [
      {
        function: 'a',
        line: 3,
        direction: 'in' as const,
        otherPath: 'src/b.ts',
        otherFunction: 'b',
        smells: ['large-method'],
      },
    ];
    const page = check(createReport({ files: file ? [{ ...file, moved }] : [] }));
    expect(bodyText(page)).toContain('a came from src/b.ts, where it was called b large-method');
  });

  it('says that nothing is to be judged where no file differs', () => {
    const page = check(createEmptyReport());
    expect(textsOf(page, 'header').join()).toContain('No file differs: there is nothing to judge.');
    expect(bodyText(page)).not.toContain('What to do');
  });

  it('does without code where none is at hand', () => {
    const page = parseHtml(html.render(createReport(), { color: false, width: 100 }));
    expect(findElements(page, 'figure')).toEqual([]);
    expect(bodyText(page)).toContain('Invoice.settle nests its logic 5 levels deep (limit 3)');
  });

  it('stays below 5 MB and says what it leaves out', () => {
    const text = html.render(createHugeReport(2000, 10), options);
    expect(Buffer.byteLength(text)).toBeLessThan(5_000_000);
    expect(text).toMatch(/Left out to keep the page small: \d+ more files/);
  });
});

describe('the page of a review', () => {
  it('says that nothing was judged where nothing asks for it', () => {
    const gates = createReview().gates.map((gate) => ({ ...gate, status: 'off' as const, conditions: [] }));
    const page = review(createReview({ status: 'passed', gates, ratchet: null }));
    expect(textsOf(page, 'h1')).toEqual(['Code Health: reviewed']);
    expect(textsOf(page, 'h2')).not.toContain('Gates');
  });

  it('maps each file by its folder, with its band and hotspots in words as well', () => {
    const page = review();
    const titles = textsOf(page, 'title');
    expect(titles).toContain('src/billing/invoice.ts: 7.87 (yellow), 140 lines, hotspot');
    expect(titles).toContain('src/api/client.ts: 10.00 (optimal), 30 lines');
    expect(bodyText(page)).toContain('The same by folder, as a table');
  });

  it('shows findings beside their code, and how the score comes about', () => {
    const text = bodyText(review());
    expect(text).toContain("const line42 = 'new src/billing/invoice.ts';");
    expect(text).toContain('Invoice.settle has a cyclomatic complexity of 18 (limit 8)');
    expect(text).toContain('cut to two decimals: 7.87');
  });

  it('lists the worst functions', () => {
    expect(bodyText(review())).toContain('Worst functions');
  });

  it('stays below 5 MB with 2,000 files that have findings', () => {
    const text = html.renderReview(createHugeReview(2000, 12), options);
    expect(Buffer.byteLength(text)).toBeLessThan(5_000_000);
    expect(text).toContain('package-1999/');
  });
});

describe('the script of the page', () => {
  it('is one that browsers can read', () => {
    const script = readFileSync(new URL('../../src/render/html/page-script.txt', import.meta.url), 'utf8');
    expect(() => new Function(script)).not.toThrow();
  });
});
