import { describe, expect, it } from 'vitest';
import type { DeltaFinding, FileReport, Report, ReportedFunction } from '../../src/model/report.ts';
import type { SourceCode } from '../../src/model/source-code.ts';
import type { RenderOptions } from '../../src/render/index.ts';
import { createEmptyReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';

const [quiet] = createReportFile();

/** A file without anything in it. */
function createReportFile(): [FileReport] {
  return [
    {
      path: 'src/a.ts',
      oldPath: null,
      change: 'modified',
      hotspot: false,
      goal: null,
      oldScore: 10,
      oldScoreWithMoves: null,
      newScore: 9,
      scoreBreakdown: null,
      findings: [],
      unchanged: [],
      moved: [],
      coverage: null,
      functions: [],
    },
  ];
}

function findingOf(overrides: Partial<DeltaFinding>): DeltaFinding {
  return {
    smell: 'complex-method',
    name: 'Complex Method',
    severity: 'advisory',
    function: 'settle',
    line: 2,
    endLine: 9,
    measured: 9,
    limit: 8,
    message: 'settle has a cyclomatic complexity of 9 (limit 8)',
    changeType: 'introduced',
    before: null,
    otherSide: null,
    ...overrides,
  };
}

function functionOf(overrides: Partial<ReportedFunction> = {}): ReportedFunction {
  return {
    name: 'settle',
    line: 2,
    endLine: 9,
    cyclomaticComplexity: 9,
    linesOfCode: 8,
    maxNestingDepth: 1,
    bumps: 0,
    parameters: 1,
    ...overrides,
  };
}

const lines = [
  "import { pay } from './pay';",
  'export function settle(order: Order): void {',
  '  if (order.paid) return;',
  '  // if this were code',
  '  for (const item of order.items) {',
  '    if (item.open) pay(item);',
  '  }',
  '  close(order);',
  '}',
];

interface Shown {
  readonly findings: readonly DeltaFinding[];
  readonly functions?: readonly ReportedFunction[];
  readonly code?: SourceCode;
}

const newCode: SourceCode = (path, side) => (path === 'src/a.ts' && side === 'new' ? lines : null);
const bothSides =
  (old: readonly string[]): SourceCode =>
  (_path, side) =>
    side === 'new' ? lines : old;

function reportOf({ findings, functions = [functionOf()] }: Shown): Report {
  return createEmptyReport({ files: [{ ...quiet, findings, functions }] });
}

/** The lines of the report that show code. */
function codeIn(shown: Shown, options: Partial<RenderOptions> = {}): readonly string[] {
  const { code = newCode } = shown;
  const text = renderers.terminal.render(reportOf(shown), { color: false, width: 80, code, ...options });
  return text.split('\n').filter((line) => /^\s+[>+ ]\s*\d+ [│⋮|:]/u.test(line));
}

const conditional = findingOf({ smell: 'complex-conditional', line: 3, endLine: 3 });

describe('the code below a finding', () => {
  it('shows how the function begins and where a new one branches, the deepest places first', () => {
    expect(codeIn({ findings: [findingOf({})] })).toEqual([
      '         > 2 │ export function settle(order: Order): void {',
      '           3 │   if (order.paid) return;',
      '           5 ⋮   for (const item of order.items) {',
      '           6 │     if (item.open) pay(item);',
    ]);
  });

  it('shows of a function that was there only the branches that are new', () => {
    const otherSide = { path: 'src/a.ts', line: 1, endLine: 4 };
    const degraded = findingOf({ changeType: 'degraded', before: 8, otherSide });
    const code = bothSides(['if (order.paid) return;', 'for (const item of order.items) {']);
    expect(codeIn({ findings: [degraded], code })).toEqual(
      [
        '         > 2 │ export function settle(order: Order): void {',
        '         + 6 ⋮     if (item.open) pay(item);',
      ].map((line) => line.replace(/^ {9}/, ' '.repeat(11))),
    );
  });

  it('shows nothing of a function whose old code is not at hand, where nothing but its name could be shown', () => {
    const otherSide = { path: 'src/a.ts', line: 1, endLine: 4 };
    expect(codeIn({ findings: [findingOf({ otherSide })] })).toEqual([]);
  });

  it('stands once below all findings of a function, with each line in question', () => {
    const report = { findings: [findingOf({ smell: 'large-method' }), conditional] };
    expect(codeIn(report)).toEqual([
      '         > 2 │ export function settle(order: Order): void {',
      '         > 3 │   if (order.paid) return;',
    ]);
    const text = renderers.terminal.render(reportOf(report), { color: false, width: 80, code: newCode });
    expect(text.indexOf('> 2 │')).toBeGreaterThan(text.indexOf('src/a.ts:3'));
  });

  it('goes on where a condition or a list of parameters stays open', () => {
    const open = [
      '',
      'function settle(',
      '  order: Order,',
      '  by: Person,',
      ') {',
      '  if (',
      '    a &&',
      '    b',
      '  ) {',
    ];
    const code: SourceCode = () => open;
    const functions = [functionOf()];
    const condition = findingOf({ smell: 'complex-conditional', line: 6, endLine: 6 });
    expect(codeIn({ findings: [condition], functions, code })).toEqual([
      '           2 │ function settle(',
      '         > 6 ⋮   if (',
      '           7 │     a &&',
      '           8 │     b',
      '           9 │   ) {',
    ]);
    const parameters = findingOf({ smell: 'excess-number-of-function-arguments' });
    expect(codeIn({ findings: [parameters], functions, code })).toEqual([
      '         > 2 │ function settle(',
      '           3 │   order: Order,',
      '           4 │   by: Person,',
      '           5 │ ) {',
    ]);
  });

  it.each([
    ['what got better', [findingOf({ changeType: 'improved', before: 12 })]],
    ['a file as a whole', [findingOf({ smell: 'brain-class', function: null, line: 1, endLine: 9 })]],
    ['a function that is only long', [findingOf({ smell: 'large-method' })]],
  ])('does not stand below %s', (_what, findings) => {
    expect(codeIn({ findings })).toEqual([]);
  });

  it('shows a line of the file itself', () => {
    const global = findingOf({ smell: 'global-conditionals', function: null, line: 1, endLine: 1 });
    expect(codeIn({ findings: [global] })).toEqual(["         > 1 │ import { pay } from './pay';"]);
  });

  it('leaves out lines that the file does not have', () => {
    const code: SourceCode = () => ['one line'];
    expect(codeIn({ findings: [conditional], code })).toEqual([]);
  });

  it('is not there where no code is at hand', () => {
    expect(codeIn({ findings: [conditional], code: () => null })).toEqual([]);
    const text = renderers.terminal.render(reportOf({ findings: [conditional] }), {
      color: false,
      width: 80,
    });
    expect(text).not.toContain('│');
  });

  it('is shown for the first five places, unless all is wanted', () => {
    const functions = Array.from({ length: 8 }, (_, index) =>
      functionOf({ name: `fn${index}`, line: index + 1, endLine: index + 1 }),
    );
    const findings = functions.map(({ name, line }) =>
      findingOf({ smell: 'excess-number-of-function-arguments', function: name, line, endLine: line }),
    );
    expect(codeIn({ findings, functions })).toHaveLength(5);
    const text = renderers.terminal.render(reportOf({ findings, functions }), {
      color: false,
      width: 80,
      code: newCode,
    });
    expect(text).toContain('\n  … and the code of 3 more places (--all)\n');
    expect(codeIn({ findings, functions }, { all: true })).toHaveLength(8);
  });
});

describe('the text of code', () => {
  const shown = (text: string, options: Partial<RenderOptions> = {}) =>
    codeIn({ findings: [conditional], functions: [], code: () => ['', '', text] }, options)[0];

  it.each([
    ['a tab up to the next stop', 'a\tb\tc', 'a   b   c'],
    ['control characters', 'a\u001b[31mb\u0007', 'a\\x1b[31mb\\x07'],
    ['bidirectional overrides', 'if (a\u202e) {', 'if (a\\u202e) {'],
    ['without indentation that all lines have', '\t\tif (a) {', 'if (a) {'],
    ['wide characters', '数据 = 1', '数据 = 1'],
  ])('shows %s', (_what, text, expected) => {
    expect(shown(text)).toBe(`         > 3 │ ${expected}`);
  });

  it('is cut to the width by columns', () => {
    expect(shown('数'.repeat(100), { width: 60 })).toBe(`         > 3 │ ${'数'.repeat(22)}…`);
    expect(shown(`x${'数'.repeat(100)}`, { width: 60, unicode: false })).toBe(
      `         > 3 | x${'数'.repeat(20)}...`,
    );
  });

  it.each([
    ['a minified file', 'a&&b||'.repeat(1_000_000)],
    ['blanks', `if (${' '.repeat(1_000_000)}x`],
  ])('is soon shown where it is a very long line of %s', (_what, text) => {
    expect(shown(text)?.length).toBeLessThanOrEqual(80);
  });
});

describe('the code of a hostile path', () => {
  it('is found by its exact path, and never that of another file shown alike', () => {
    const hostile = 'src/\u202ea.ts';
    const alike = 'src/\\u202ea.ts';
    const code: SourceCode = (path) => (path === hostile ? lines : ['', '', 'another file']);
    const render = (...paths: string[]) =>
      renderers.terminal.render(
        createEmptyReport({
          files: paths.map((path) => ({ ...quiet, path, findings: [conditional], functions: [] })),
        }),
        { color: false, width: 80, code },
      );
    expect(render(hostile)).toContain('> 3 │ if (order.paid) return;');
    expect(render(hostile, alike)).not.toContain('│');
  });
});
