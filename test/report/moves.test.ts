import { describe, expect, it } from 'vitest';
import { healthy } from '../end-to-end/source-code.ts';
import { busy, changesOf, movesOf, report } from '../helpers/report-change.ts';

/** The change that takes a text out of one file and puts another one into a second. */
const replace = (old: string, head: string) =>
  report(
    { path: 'src/a.ts', old: healthy() + old, new: healthy() },
    { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + head },
  );

describe('a function that turns up in another file', () => {
  it('is new where the old one stays: it is a copy', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(12, 'settle'), new: busy(12, 'settle') + healthy() },
      { path: 'src/b.ts', old: healthy('other'), new: healthy('other') + busy(12, 'settle') },
    );
    expect(changesOf(files)).toEqual(['src/b.ts: introduced complex-method settle null -> 12']);
    expect(movesOf(files)).toEqual([]);
  });

  it('is the old one once, however often it turns up', () => {
    const files = report(
      { path: 'src/a.ts', old: busy(12, 'settle'), new: healthy() },
      { path: 'src/b.ts', old: null, new: busy(12, 'settle') },
      { path: 'src/c.ts', old: null, new: busy(12, 'settle') },
    );
    expect(changesOf(files)).toEqual(['src/c.ts: introduced complex-method settle null -> 12']);
    expect(movesOf(files)).toHaveLength(2);
  });

  it('keeps a smell as new that came up on the way', () => {
    const deep = busy(12, 'settle').replace(/}\n$/, '  if (n) { if (n) { if (n) { if (n) stop(); } } }\n}\n');
    expect(changesOf(replace(busy(12, 'settle'), deep))).toEqual([
      'src/b.ts: introduced deep-nested-complexity settle null -> 4',
      'src/b.ts: degraded complex-method settle 12 -> 16',
    ]);
  });
});

describe('a private method that becomes a function of another file', () => {
  it('is followed by its name though half of it was rewritten', () => {
    const method = busy(20, 'check').replace('export function check', '  #check').trimEnd();
    const lines = busy(20, 'check').split('\n');
    const rewritten = lines.map((line, at) => (at > 7 ? line.replace('check', 'verify') : line)).join('\n');
    const files = report(
      { path: 'src/a.ts', old: `class Converter {\n${method}\n}\n`, new: 'class Converter {}\n' },
      { path: 'src/b.ts', old: null, new: rewritten },
    );
    expect(changesOf(files)).toEqual([]);
    expect(movesOf(files)).toContain('src/b.ts:1 check in src/a.ts Converter.#check complex-method');
  });
});

describe('bodies that say little', () => {
  const service = (name: string, own: string) =>
    `export class ${name} {\n  constructor(private store: Store, private log: Log, private clock: Clock, ${own}) {}\n}\n`;

  it('are not taken for each other where constructors of two classes look alike', () => {
    const files = replace(
      service('Orders', 'private a: A, private b: B, private c: C'),
      service('Invoices', 'private f: F, private g: G, private h: H, private i: I'),
    );
    expect(changesOf(files)).toContain(
      'src/b.ts: introduced constructor-over-injection Invoices.constructor null -> 7',
    );
    expect(movesOf(files)).toEqual([]);
  });

  it('are followed with their class', () => {
    const orders = service('Orders', 'private a: A, private b: B, private c: C');
    expect(changesOf(replace(orders, orders))).toEqual([]);
    expect(movesOf(replace(orders, orders))).toContain(
      'src/b.ts:5 Orders.constructor in src/a.ts Orders.constructor constructor-over-injection',
    );
  });

  it('are followed under their own name alone', () => {
    const empty = (name: string) => `export function ${name}(a, b, c, d, e) {}\n`;
    expect(movesOf(replace(empty('first'), empty('second')))).toEqual([]);
    expect(movesOf(replace(empty('first'), empty('first')))).toHaveLength(2);
  });
});

describe('a large change', () => {
  it('is still followed by name and by equal bodies', () => {
    const names = Array.from({ length: 400 }, (_, at) => `task${at}`);
    const edited = names.slice(0, 350).map((name) => [busy(10, name), busy(11, name)] as const);
    const renamed = names.slice(350).map((name) => [busy(10, name), busy(10, `${name}Again`, name)] as const);
    const pairs = [...edited, ...renamed];
    const files = replace(pairs.map(([old]) => old).join(''), pairs.map(([, head]) => head).join(''));
    const ofFunctions = changesOf(files).filter((change) => change.includes('complex-method'));
    expect(ofFunctions).toHaveLength(350);
    expect(ofFunctions.filter((change) => !change.startsWith('src/b.ts: degraded'))).toEqual([]);
    expect(movesOf(files)).toHaveLength(800);
  });

  it('is still followed into the parts of its functions', () => {
    const names = Array.from({ length: 400 }, (_, at) => `task${at}`);
    const cut = (name: string) => {
      const lines = busy(31, name).trimEnd().split('\n');
      const rest = `export function ${name}Rest(n: number) {\n${lines.slice(16).join('\n')}\n`;
      return `${lines.slice(0, 16).join('\n')}\n  ${name}Rest(n);\n}\n${rest}`;
    };
    const files = report({
      path: 'src/a.ts',
      old: names.map((name) => busy(31, name)).join(''),
      new: names.map(cut).join(''),
    });
    const ofFunctions = changesOf(files).filter((change) => change.includes('complex-method'));
    expect(ofFunctions.filter((change) => change.includes('improved'))).toHaveLength(800);
    expect(ofFunctions).toHaveLength(800);
  });
});
