import { describe, expect, it } from 'vitest';
import type { SourceCode } from '../../src/model/source-code.ts';
import { renderers } from '../helpers/renderers.ts';
import {
  codeIn,
  conditional,
  findingOf,
  functionOf,
  lines,
  newCode,
  reportOf,
} from './code-below-findings.ts';

const bothSides =
  (old: readonly string[]): SourceCode =>
  (_path, side) =>
    side === 'new' ? lines : old;

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
