import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverageFormat, CoverageReport } from '../../src/coverage/coverage-report.ts';
import { read } from './read-coverage.ts';
import { coverageWriters } from './write-coverage.ts';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), 'utf8');

/** Lines with a sign: `3 -4` is line 3 covered and line 4 not. */
function show({ records }: CoverageReport): Record<string, string> {
  return Object.fromEntries(
    records.map(({ path, hits }) => [
      path,
      [...hits].map(([line, isCovered]) => (isCovered ? `${line}` : `-${line}`)).join(' '),
    ]),
  );
}

const shippingJs = '3 -4 6 7 -8 -10 12 -16 19';
const shippingPy = '1 2 -3 4 5 -6 7';

describe('coverage files as tools write them', () => {
  it.each([
    ['nyc-lcov.info', 'lcov', [], { 'src/index.js': '1', 'src/shipping.js': shippingJs }],
    // Its methods name lines 2 and 15, where they are declared: nyc does not count these among the lines.
    [
      'nyc-cobertura.xml',
      'Cobertura',
      ['/build/shop'],
      { 'src/index.js': '1', 'src/shipping.js': shippingJs },
    ],
    [
      'nyc-clover.xml',
      'Clover',
      [],
      { '/build/shop/src/index.js': '1', '/build/shop/src/shipping.js': shippingJs },
    ],
    ['coverage-py-lcov.info', 'lcov', [], { 'shop/__init__.py': '', 'shop/shipping.py': shippingPy }],
    [
      'coverage-py-cobertura.xml',
      'Cobertura',
      ['/build/shop'],
      { 'shop/__init__.py': '', 'shop/shipping.py': shippingPy },
    ],
    ['jacoco.xml', 'JaCoCo', [], { 'server/com/example/shop/Shipping.java': '-3 5 -6 8' }],
  ])('%s', (name, format, sources, files) => {
    const report = read(fixture(name));
    expect(report).toMatchObject({ format, sources });
    expect(show(report)).toEqual(files);
  });

  it('may have a byte order mark and line breaks of Windows', () => {
    const windows = `\ufeff${fixture('nyc-lcov.info').replaceAll('\n', '\r\n')}`;
    expect(show(read(windows))).toEqual(show(read(fixture('nyc-lcov.info'))));
    const xml = `\ufeff${fixture('nyc-clover.xml').replaceAll('\n', '\r\n')}`;
    expect(show(read(xml))).toEqual(show(read(fixture('nyc-clover.xml'))));
  });
});

const names = fc
  .stringMatching(/^[a-zA-Z0-9_ ,:;&<>'"@#é漢.-]{1,12}$/)
  .filter((name) => name.trim() === name);
const somePath = fc
  .array(names, { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join('/'))
  .filter((path) => !path.split('/').includes(''));
const someLines = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean()), {
    selector: ([line]) => line,
    maxLength: 30,
  })
  .map((lines) => new Map(lines));
const someFiles = fc
  .uniqueArray(
    fc.tuple(fc.oneof(somePath, fc.constant('__proto__'), fc.constant('constructor')), someLines),
    {
      selector: ([path]) => path,
      maxLength: 6,
    },
  )
  .map((files) => new Map(files));

describe.each(Object.keys(coverageWriters) as CoverageFormat[])('%s', (format) => {
  const write = coverageWriters[format];

  it('gives back the lines that were written, whatever they are', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const report = read(write(files));
        expect(report.format).toBe(files.size === 0 && format === 'lcov' ? 'lcov' : format);
        expect(new Map(report.records.map(({ path, hits }) => [path, hits]))).toEqual(files);
      }),
    );
  });

  it('takes a line as covered where any record of its file covers it', () => {
    const first = [true, false, false].map((isCovered, index) => [index + 1, isCovered] as const);
    const second = [false, true, false, false].map((isCovered, index) => [index + 1, isCovered] as const);
    const both = write([
      ['a.ts', new Map(first)],
      ['a.ts', new Map(second)],
    ]);
    expect(show(read(both))).toEqual({ 'a.ts': '1 2 -3 -4' });
  });
});

describe('what is in a coverage file', () => {
  it.each([
    ['a line 0, for code without a line, is left out', 'SF:a\nDA:0,1\nDA:2,1\nend_of_record\n', '2'],
    ['a count that ran over is not covered', 'SF:a\nDA:1,-5\nend_of_record\n', '-1'],
    ['a large count is covered', 'SF:a\nDA:1,99999999999999999999\nend_of_record\n', '1'],
    ['a checksum is passed over', 'SF:a\nDA:1,0,1A2b+/==\nend_of_record\n', '-1'],
    [
      'fields of later versions are passed over',
      '# made by lcov\nVER:2\nSF:a\nMCDC:3,2,t,1,0,x\nSDX:DA:9,9\nDA:1,1\nend_of_record\n',
      '1',
    ],
    ['the last line break may be missing', 'SF:a\nDA:1,1\nend_of_record', '1'],
  ])('lcov: %s', (_, text, lines) => {
    expect(show(read(text))).toEqual({ a: lines });
  });

  it('Clover: a condition without a count is covered where it was true or false', () => {
    const line = (attributes: string) => `<line type="cond" ${attributes}/>`;
    const lines = [
      line('num="1" truecount="0" falsecount="0"'),
      line('num="2" truecount="0" falsecount="2"'),
      line('num="3" truecount="1" falsecount="0"'),
      line('num="4" count="0" truecount="1" falsecount="1"'),
    ].join('');
    const text = `<coverage clover="4"><project><package name="p"><file name="/x/a.php">${lines}</file></package></project></coverage>`;
    expect(show(read(text))).toEqual({ '/x/a.php': '-1 2 3 -4' });
  });

  it('Cobertura: lines of methods stand in where a class has no others', () => {
    const lines = '<lines><line number="1" hits="1"/><line number="2" hits="0"/></lines>';
    const text = `<coverage line-rate="1"><packages><package><classes><class filename="a.cs"><methods><method name="m">${lines}</method></methods><lines/></class></classes></package></packages></coverage>`;
    expect(show(read(text))).toEqual({ 'a.cs': '1 -2' });
  });

  it('JaCoCo: modules with a file of the same name are kept apart', () => {
    const source = (ci: number) =>
      `<package name="p"><sourcefile name="A.java"><line nr="1" mi="1" ci="${ci}"/></sourcefile></package>`;
    const text = `<report name="r"><group name="a">${source(0)}</group><group name="b">${source(1)}</group>${source(1)}</report>`;
    expect(show(read(text))).toEqual({ 'a/p/A.java': '-1', 'b/p/A.java': '1', 'p/A.java': '1' });
  });
});
