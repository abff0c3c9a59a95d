import { describe, expect, it } from 'vitest';
import type { SourceCode } from '../../src/model/source-code.ts';
import type { RenderOptions } from '../../src/render/index.ts';
import { createEmptyReport } from '../helpers/create-report.ts';
import { renderers } from '../helpers/renderers.ts';
import { codeIn, conditional, lines, quiet } from './code-below-findings.ts';

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
