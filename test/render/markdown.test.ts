import { describe, expect, it } from 'vitest';
import type { FileReport, Report } from '../../src/model/report.ts';
import { type CommentOptions, renderComment } from '../../src/render/index.ts';
import { createEmptyReport, createHugeReport, createReport } from '../helpers/create-report.ts';
import { createReview } from '../helpers/create-review.ts';
import { codeSpansOf, parseStructure } from '../helpers/parse-markdown.ts';
import { renderers } from '../helpers/renderers.ts';

const options: CommentOptions = {
  maxLength: 30_000,
  linkTo: (path, line) => `https://bitbucket.example/${path}${line === null ? '' : `?at=${line}`}`,
  runUrl: null,
};

const comment = (parts: Partial<Report> = {}, more: Partial<CommentOptions> = {}) =>
  renderComment(createReport(parts), { ...options, ...more });

/** The lines from a title on, to the next title. */
function part(text: string, title: string): readonly string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.includes(`**${title}**`));
  if (start === -1) return [];
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('**'));
  return lines.slice(start, length === -1 ? undefined : start + 1 + length);
}

const findings = (counts: Partial<Report['summary']['findings']>) => ({
  ...createReport().summary,
  findings: { introduced: 0, degraded: 0, improved: 0, fixed: 0, ...counts },
});

const held = createReport().gates.map((gate) => ({ ...gate, status: 'passed' as const, conditions: [] }));

describe('the comment of a failed pull request', () => {
  it('says first what was decided, and how much care the review deserves', () => {
    const [heading, , sentence, , review] = comment().split('\n');
    expect(heading).toBe('### ✗ Code Health: failed');
    expect(sentence).toContain('**2 of 3 gates violated; 1 file could not be measured.**');
    expect(sentence).toContain('4 introduced, 1 degraded, 2 improved and 2 fixed');
    expect(review).toMatch(/^\*\*Recommended review: medium\*\* – 11 files in 5 folders/);
  });

  it('names each violated condition with a link to its line, and the gates that hold', () => {
    expect(comment()).toContain('**✗ Gate `critical-rules` is violated**');
    expect(comment()).toContain(
      '- [`src/billing/invoice.ts:42`](https://bitbucket.example/src/billing/invoice.ts?at=42) – `Invoice.settle` nests its logic 5 levels deep (limit 3)\n',
    );
    expect(comment()).toContain('✓ Passed: `new-code-health`. Not applicable: `coverage`.');
  });

  it('adds what was measured and the limit of a finding where its message does not say both', () => {
    const condition = { path: 'a.ts', line: 3, smell: 'complex-method', measured: 14, limit: 8 };
    const gates = [
      {
        gate: 'critical-rules' as const,
        status: 'failed' as const,
        conditions: [
          { ...condition, message: 'Complex Method is introduced: 14 (limit 8)' },
          { ...condition, message: 'Complex Method is introduced' },
          { ...condition, smell: null, measured: 0.344, limit: 0, message: 'No decline is allowed.' },
        ],
      },
    ];
    const lines = part(comment({ gates }), '✗ Gate `critical-rules` is violated').filter((line) =>
      line.startsWith('- '),
    );
    expect(lines.map((line) => line.replace(/^.* – /, ''))).toEqual([
      'No decline is allowed.',
      'Complex Method is introduced: 14 (limit 8)',
      'Complex Method is introduced (measured 14, limit 8)',
    ]);
  });

  it('lists the files, the largest decline first, with their scores and what was found', () => {
    const rows = part(comment(), 'Files').filter((line) => line.startsWith('| ['));
    expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1])).toEqual([
      'src/billing/tax-rates.ts',
      'src/billing/invoice.ts',
      'src/api/client.ts',
      'src/ui/invoice-table.tsx',
    ]);
    expect(rows[1]).toContain(
      ' (**hotspot**) | **8.41 → 8.07 (−0.34)** | 1 new, 1 worse, 1 better, 1 fixed |',
    );
    expect(comment()).toContain('Nothing got better or worse in 2 other files.');
  });

  it('names a finding once: at the gate that it violates, else among what is new or worse', () => {
    expect(part(comment(), 'Also new or worse').join('\n')).not.toContain('nests its logic');
    expect(part(comment(), 'Also new or worse').filter((line) => line.startsWith('- '))).toHaveLength(2);
  });

  it('says what got better all the same', () => {
    const better = part(comment(), 'What got better').join('\n');
    expect(better).toContain('The number of code lines of `InvoiceTable` decreased from 200 to 130');
    expect(better).toContain(
      '[`src/billing/invoice.ts`](https://bitbucket.example/src/billing/invoice.ts) –',
    );
  });

  it('lists the suppressions that the change adds, and counts the older ones', () => {
    const added = part(comment(), '⚠ Suppressions added by this change').join('\n');
    expect(added).toContain('– `large-method` in `Client.send`');
    expect(added).not.toContain('theme.ts');
    expect(comment()).toContain('Suppressed before this change: 1 finding.');
    const ignored = createReport().suppressions.map((each) => ({ ...each, honoured: false }));
    expect(comment({ suppressions: ignored })).toContain('ignored until they stand on the target');
  });

  it('says what to expect, what warns, what was not measured, and whose rules were held to', () => {
    const text = comment();
    expect(text).toContain('- `src/billing/invoice-lines.ts` changed in 14 of the 19 commits to [`src/b');
    expect(part(text, '⚠ Warnings')).toHaveLength(5);
    expect(text).toContain('could not be measured: it does not parse: expected ")"');
    expect(text).toContain('Profile: `bare-minimum`, `.codescene/quality-profile.yml` at main.');
    expect(text).toContain(
      'Compared: `3f2a9c81d4e7` with `main` (merge base `9b1d7e40aa12`), pull request 42.',
    );
  });

  it('shows goals, moved functions and coverage where there are any', () => {
    const [first, ...others] = createReport().files;
    const file: FileReport = {
      ...(first as FileReport),
      goal: { goal: 'refactor', note: 'see PROJ-12' },
      coverage: { executableLines: 12, coveredLines: 10, uncovered: [{ line: 3, endLine: 4 }] },
      moved: [
        {
          function: 'send',
          line: 3,
          direction: 'in',
          otherPath: 'src/old.ts',
          otherFunction: 'send',
          smells: ['complex-method'],
        },
      ],
    };
    const text = comment({ files: [file, ...others] });
    expect(text).toContain('Coverage: 83.3 % of 12 new and changed lines (10 covered).');
    expect(text).toContain('| 83.3 % of 12 lines |');
    expect(part(text, 'Goals').join('\n')).toContain('– refactor, see `PROJ-12`');
    expect(text).toContain('– `send` came from `src/old.ts`');
  });
});

describe('the comment of a pull request that holds', () => {
  it('says that earlier findings are gone, where there were some and none is left', () => {
    const clean = { status: 'passed' as const, gates: held, summary: findings({ fixed: 2 }) };
    expect(comment(clean, { hadFindings: true })).toContain('**Earlier findings are gone.**');
    expect(comment(clean)).not.toContain('Earlier findings');
    const left = { ...clean, summary: findings({ introduced: 1 }) };
    expect(comment(left, { hadFindings: true })).not.toContain('Earlier findings');
    expect(comment({ ...clean, status: 'incomplete' }, { hadFindings: true })).not.toContain('Earlier');
  });

  it('counts the warnings with the verdict', () => {
    expect(comment({ status: 'passed', gates: held })).toMatch(
      /^### ✓ Code Health: passed with 2 warnings\n/,
    );
  });

  it('is short where nothing differs', () => {
    const text = renderComment(createEmptyReport(), options);
    expect(text).toContain('**No file differs: there is nothing to judge.**');
    expect(text).toContain('No gate applies to this change.');
    expect(parseStructure(text).blocks).not.toContain('table_open:table');
  });
});

describe('names in a comment', () => {
  const named = (path: string) => codeSpansOf(comment({ warnings: [], skipped: [skipped(path)] }));
  const skipped = (path: string) => ({ path, reason: 'is odd', line: null, unmeasured: false });

  it.each(['a b.ts', 'a`b.ts', '`a`', '``', 'a|b.ts', 'a\\', '@me', '<b>', ' a'])(
    'shows %j as it is',
    (path) => {
      expect(named(path)).toContain(path);
    },
  );

  it('shows what has no shape of its own by its number', () => {
    expect(named('a\u202eb\n')).toContain('a\\u202eb\\x0a');
    expect(named('')).toContain('""');
  });

  it('keeps the end of a long path', () => {
    const path = `${'folder/'.repeat(60)}file.ts`;
    const shown = named(path).find((span) => span.endsWith('/file.ts')) ?? '';
    expect(shown).toMatch(/^…/);
    expect(shown).toHaveLength(100);
  });

  it('does not link to a path that cannot be written as text', () => {
    const files = createReport().files.map((file) => ({ ...file, pathIsExact: false as const }));
    const links = parseStructure(comment({ files, gates: held, skipped: [], suppressions: [] })).links;
    expect(links).toEqual([]);
  });
});

describe('a comment without room', () => {
  it('leads to where the rest can be read', () => {
    const text = renderComment(createHugeReport(), { ...options, runUrl: 'https://bitbucket.example/run' });
    expect(text).toContain('- … and 2990 more violations: see [the report](https://bitbucket.example/run)\n');
    expect(text).toContain('\n\n… and 290 more files: see [the report](https://bitbucket.example/run)\n');
  });

  it('says which sections are left out', () => {
    expect(comment({}, { maxLength: 1000 })).toMatch(/\nLeft out for want of room: .*warnings/);
  });
});

describe('the format markdown', () => {
  const look = { color: false, width: 80 };

  it('links to nothing, and lists everything where all is wanted', () => {
    const all = renderers.markdown.render(createHugeReport(20, 5), { ...look, all: true });
    expect(parseStructure(all).links).toEqual([]);
    expect(all.match(/has 3 bumps/g)).toHaveLength(100);
    expect(renderers.markdown.render(createHugeReport(20, 5), look)).toContain(
      '… and 90 more violations: add `--all` to see them',
    );
  });

  it('shows a review with its totals, worst files, worst functions and findings', () => {
    const text = renderers.markdown.renderReview(createReview(), look);
    expect(text).toContain('- **Code Health** – 8.50 (yellow), on average over 200 lines of code');
    expect(text).toContain('| `src/billing/invoice.ts` (**hotspot**) | 7.87 (yellow) | 140 | 3 |');
    expect(text).toContain('| `Invoice.settle` | `src/billing/invoice.ts:42` | 3.62 | 18 | 28 | 5 |');
    expect(text).toContain('– **critical:** Deep, Nested Complexity: `Invoice.settle` nests');
    expect(text).toContain('Reviewed: `c0ffee00d15e`.');
  });

  it('does not say that a review passed which nothing was held to', () => {
    const gates = createReview().gates.map((gate) => ({ ...gate, status: 'off' as const, conditions: [] }));
    const review = createReview({ status: 'passed', gates, ratchet: null, warnings: [] });
    expect(renderers.markdown.renderReview(review, look)).toMatch(/^### ✓ Code Health: reviewed\n/);
  });
});
