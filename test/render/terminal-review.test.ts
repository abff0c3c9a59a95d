import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewReport } from '../../src/model/review.ts';
import { displayWidth } from '../../src/render/display-width.ts';
import { formatNames, type RenderOptions } from '../../src/render/index.ts';
import { createHostileReview, createHugeReview, createReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';

function render(review: ReviewReport, options: Partial<RenderOptions> = {}): string {
  return renderers.terminal.renderReview(review, { color: false, width: 80, ...options });
}

const off = [{ gate: 'min-score', status: 'off', conditions: [] }] as const;
const passed = [{ gate: 'min-score', status: 'passed', conditions: [] }] as const;
const noneSkipped = { skipped: [], warnings: [] };
const firstLine = (review: ReviewReport) => render(review).split('\n')[0];

describe('the whole review', () => {
  it('reads like this on 80 columns', async () => {
    await expect(render(createReview(), { explainScore: true })).toMatchFileSnapshot('./terminal-review.txt');
  });

  it.each([60, 80, 100, 130, 200])('keeps to %i columns, with wide characters too', (width) => {
    const review = createReview({
      profile: { name: '品質プロファイル', origin: '対象 ブランチ '.repeat(12) },
    });
    // A command is kept whole, so that it can be pasted.
    const lines = render(review, { width, all: true, explainScore: true })
      .split('\n')
      .filter((line) => !line.startsWith('  → codescene-pr '));
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('differs by colour in nothing but colour', () => {
    const coloured = render(createReview(), { color: true, explainScore: true });
    expect(coloured).toContain('\u001b[33m7.87 (yellow)');
    expect(stripVTControlCharacters(coloured)).toBe(render(createReview(), { explainScore: true }));
  });

  it('keeps to ASCII where asked', () => {
    const text = render(createReview(), { unicode: false, explainScore: true, all: true });
    expect(text).toMatch(/^[ -~\n]*$/);
    expect(text).toContain('1 + 9 x e^(-0.03525 x 7.656)');
  });
});

const canonical = createReview().gates;
const belowMinimum = canonical.slice(0, 1);
const belowFloor = canonical.slice(1);
const toCreate: ReviewReport['gates'] = [{ gate: 'ratchet', status: 'not-applicable', conditions: [] }];
const onFloor: ReviewReport['gates'] = [{ gate: 'ratchet', status: 'passed', conditions: [] }];

describe('the verdict of a review', () => {
  it.each([
    ['✗ FAILED  1 of 3 files below 9.00; 1 file could not be measured', { gates: belowMinimum }],
    ['✗ FAILED  1 of 3 files below 9.00; worse than the floor', noneSkipped],
    ['✗ FAILED  worse than the floor', { ...noneSkipped, gates: belowFloor }],
    ['✓ PASSED  3 files scored, the floor holds', { ...noneSkipped, status: 'passed', gates: onFloor }],
    ['✓ PASSED  3 files scored, none below the minimum', { ...noneSkipped, status: 'passed', gates: passed }],
    [
      '✓ REVIEWED  3 files scored',
      { ...noneSkipped, status: 'passed', gates: toCreate, ratchet: { path: 'r.json', floor: null } },
    ],
    ['✓ REVIEWED  3 files scored', { ...noneSkipped, status: 'passed', gates: off }],
    ['✓ REVIEWED with 1 warning  3 files scored', { skipped: [], status: 'passed', gates: off }],
    ['⚠ INCOMPLETE  1 file could not be measured', { status: 'incomplete', gates: off }],
  ] satisfies [string, Partial<ReviewReport>][])('is "%s"', (line, overrides) => {
    expect(firstLine(createReview(overrides))).toBe(line);
  });

  it('says that there was nothing to measure', () => {
    const summary = { ...createReview().summary, filesReviewed: 0, score: null };
    const text = render(
      createReview({ ...noneSkipped, status: 'passed', gates: off, summary, files: [], worstFunctions: [] }),
    );
    expect(text).toContain('✓ REVIEWED  no source file of a supported type was measured\n');
    expect(text).not.toContain('score ');
  });
});

describe('the lists of a review', () => {
  it('end after ten files and ten findings a file, and say how many are left out and how to see them', () => {
    const text = render(createHugeReview(25, 13));
    expect(text.match(/^packages\/package-\d+\/src\/module\.ts {2}7\.87/gm)).toHaveLength(10);
    expect(text.match(/^ {2}… and 3 more \(--all\)$/gm)).toHaveLength(10);
    expect(text).toContain('\n\n  … and 15 more (--all)\n');
    expect(text).toContain('Add --all for the files and findings that are left out here.');
    const all = render(createHugeReview(25, 13), { all: true });
    expect(all).not.toContain('more\n');
    expect(all).not.toContain('Add --all');
    expect(all.match(/complex-method {0,2}\n/g)?.length).toBeGreaterThan(25);
  });

  it('count the files in which nothing is found, and name them with --all', () => {
    expect(render(createReview())).toContain('\nNothing is found in 2 files\n\n');
    expect(render(createReview(), { all: true })).toContain(
      '\n  src/api/client.ts  10.00 (optimal)  30 lines',
    );
  });

  it('keep critical findings where they are cut', () => {
    const [file] = createHugeReview(1, 30).files;
    const [, deep] = createReview().files[0]?.findings ?? [];
    if (!file || !deep) throw new Error('The review has no file.');
    const findings = [...file.findings, { ...deep, line: 500 }];
    expect(render(createReview({ files: [{ ...file, findings }] }))).toContain('module.ts:500');
  });
});

describe('the sum of a score', () => {
  it('is shown on demand, with as many decimals as its items have', () => {
    expect(render(createReview())).not.toContain('How the score comes about');
    expect(render(createReview(), { explainScore: true })).toContain(
      [
        '  How the score comes about',
        '    1.620  complex-method           Invoice.settle (line 42)',
        '    2.000  deep-nested-complexity   Invoice.settle (line 42)',
        '    2.036  large-method             Invoice.total (line 130)',
        '    2.000  overall-code-complexity  once for the file',
        '    ─────',
        '    7.656  penalty points',
        '    1 + 9 × e^(−0.03525 × 7.656) = 7.8712',
        '    cut to two decimals: 7.87',
      ].join('\n'),
    );
  });

  it('says what lifts complex methods to the least that a file pays for them', () => {
    const [file] = createReview().files;
    if (!file) throw new Error('The review has no file.');
    const items = [
      { smell: 'complex-method', function: 'settle', line: 1, penaltyPoints: 0.9 },
      { smell: 'complex-method', function: null, line: null, penaltyPoints: 0.1 },
    ];
    const review = createReview({ files: [{ ...file, scoreBreakdown: { penaltyPoints: 1, items } }] });
    expect(render(review, { explainScore: true })).toContain(
      '0.10  complex-method  to the least that a file is charged for it\n',
    );
  });
});

describe.each(formatNames)('the format %s of a review', (format) => {
  const invisible = fc.constantFrom('\u0000', '\u001b[2J', '\n', '\u202e', '\u009b', '\ud800', '\u200b', 'a');
  const text = fc.array(invisible, { maxLength: 8 }).map((parts) => parts.join(''));

  it('leaves nothing invisible in its output, whatever stands in the repository', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.integer({ min: 60, max: 200 }), (hostile, all, width) => {
        const options = { color: false, width, all, explainScore: true };
        const output = renderers[format].renderReview(createHostileReview(hostile), options);
        expect(output.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
      }),
    );
  });
});

describe('the result file of a review', () => {
  it('is the review itself, its keys in one order', () => {
    const reversed = JSON.parse(JSON.stringify(createReview()), (_key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    const json = renderers.json.renderReview(reversed, { color: false, width: 80 });
    expect(JSON.parse(json)).toEqual(createReview());
    expect(json).toBe(renderers.json.renderReview(createReview(), { color: false, width: 80 }));
    expect(json).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"kind": "review",\n/);
  });
});
