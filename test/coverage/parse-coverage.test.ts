import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverageFormat, CoverageReport } from '../../src/coverage/coverage-report.ts';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';
import { coverageWriters } from './write-coverage.ts';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), 'utf8');

function read(text: string): CoverageReport {
  const { report, problem } = parseCoverage(text);
  if (problem) throw new Error(`${problem.message} ${problem.hint}`);
  return report;
}

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

const cobertura = (line: string) =>
  `<coverage line-rate="1">\n<packages><class filename="a.ts"><lines>\n${line}\n</lines></class></packages></coverage>`;

describe('what is no coverage file', () => {
  it.each([
    ['an empty file', '', null, 'is empty.', 'Did the tests run with coverage?'],
    ['a file of blanks', ' \n\t\n', null, 'is empty.', 'Did the tests run with coverage?'],
    [
      'source code',
      'export const a = 1;\n',
      null,
      'has no format that is known.',
      'Run the tests with coverage again',
    ],
    ["istanbul's JSON", '{"/a.ts":{"s":{}}}', null, 'is JSON.', 'the reporter "lcov"'],
    [
      'a web page',
      '<html><body/></html>',
      1,
      'is XML, but no coverage report',
      'Expected Cobertura or Clover',
    ],
    [
      'another root called coverage',
      '<coverage><x/></coverage>',
      1,
      'is XML, but no coverage report',
      'Expected',
    ],
    ['a comment alone', '<!-- nothing -->', null, 'is XML, but no coverage report', 'Expected'],
    [
      'XML that is cut off',
      '<coverage line-rate="1">\n<packages>\n',
      3,
      'is not well-formed XML (unclosed root tag)',
      'Expected a complete report',
    ],
    [
      'tags that cross',
      '<coverage line-rate="1"><packages>\n</coverage></packages>',
      2,
      'is not well-formed XML (unexpected close tag)',
      'Expected',
    ],
    [
      'lcov that is cut off',
      'SF:a.ts\nDA:1,1\n',
      null,
      'ends in the middle of a record.',
      'Expected end_of_record',
    ],
    [
      'a record in a record',
      'SF:a.ts\nSF:b.ts\nend_of_record\n',
      2,
      'is broken.',
      'Expected end_of_record before the next SF',
    ],
    ['a record without a path', 'SF:\nend_of_record\n', 1, 'is broken.', 'Expected a path after SF'],
    [
      'lines before a path',
      'TN:\nDA:1,1\nSF:a\nend_of_record\n',
      2,
      'is broken.',
      'Expected SF before the first DA',
    ],
    [
      'text among lcov',
      'SF:a.ts\nwarning: nothing run\nend_of_record\n',
      2,
      'is broken.',
      'Expected a field of lcov',
    ],
    [
      'a line of lcov that is no number',
      'SF:a.ts\nDA:x,1\nend_of_record\n',
      2,
      'is broken.',
      'number of a line',
    ],
    ['a negative line', 'SF:a.ts\nDA:-4,1\nend_of_record\n', 2, 'is broken.', 'number of a line'],
    ['a broken line', 'SF:a.ts\nDA:1.5,1\nend_of_record\n', 2, 'is broken.', 'number of a line'],
    [
      'a count that is no number',
      'SF:a.ts\nDA:1,nan\nend_of_record\n',
      2,
      'is broken.',
      'count of a DA field',
    ],
    ['a line without a count', 'SF:a.ts\nDA:1\nend_of_record\n', 2, 'is broken.', 'count of a DA field'],
    [
      'hits that are no number',
      cobertura('<line number="1" hits="NaN"/>'),
      3,
      'is broken.',
      'hits of a line',
    ],
    ['hits that are missing', cobertura('<line number="1"/>'), 3, 'is broken.', 'hits of a line'],
    [
      'a negative line of Cobertura',
      cobertura('<line number="-1" hits="1"/>'),
      3,
      'is broken.',
      'number of a line',
    ],
    [
      'a line of Clover without a count',
      '<coverage clover="1"><project><file path="a"><line num="1" type="stmt"/></file></project></coverage>',
      1,
      'is broken.',
      'count of a line',
    ],
    [
      'a line of JaCoCo without instructions',
      '<report name="r"><package name="p"><sourcefile name="A"><line nr="1"/></sourcefile></package></report>',
      1,
      'is broken.',
      'covered instructions',
    ],
  ])('%s', (_, text, line, message, hint) => {
    const { report, problem } = parseCoverage(text);
    expect(report).toBeNull();
    expect(problem?.line).toBe(line);
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });

  it('is described without a word of it', () => {
    const secret = 'hunter2';
    const texts = [
      `${secret}:x:0:0\n`,
      `SF:a\n${secret}\nend_of_record`,
      `SF:a\nDA:${secret},1\nend_of_record`,
      `<${secret}/>`,
      `<coverage line-rate="1"><packages></${secret}>`,
      `<coverage line-rate="1">&${secret};</coverage>`,
      cobertura(`<line number="1" hits="${secret}"/>`),
    ];
    for (const text of texts) expect(JSON.stringify(parseCoverage(text).problem)).not.toContain(secret);
  });
});

describe('hostile coverage files', () => {
  it('cannot make entities grow, or have anything looked up', () => {
    const bomb = `<!DOCTYPE coverage [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>\n`;
    const report = (name: string) =>
      `${bomb}<coverage line-rate="1"><packages><class filename="${name}"><lines/></class></packages></coverage>`;
    expect(read(report('a.ts')).records).toHaveLength(1);
    for (const name of ['&b;', '&x;']) {
      expect(parseCoverage(report(name)).problem?.message).toContain('is not well-formed XML');
    }
  });

  it('cannot nest as deep as they like', () => {
    const { problem } = parseCoverage(`<coverage line-rate="1"><packages>${'<a>'.repeat(1_000_000)}`);
    expect(problem?.message).toContain('nests elements more than 100 deep');
    const groups = `${'<group name="g">'.repeat(50)}${'</group>'.repeat(50)}`;
    expect(read(`<report name="r">${groups}</report>`).records).toEqual([]);
  });

  it('end in a report or a problem, whatever they hold', () => {
    const piece = fc.constantFrom(
      'SF:a\n',
      'DA:1,1\n',
      'end_of_record\n',
      'TN:\n',
      '<coverage line-rate="1">',
      '<packages>',
      '</packages>',
      '</coverage>',
      '<class filename="a">',
      '<line number="1" hits="1"/>',
      '<report>',
      '<',
      '>',
      '&',
      '<![CDATA[',
      ']]>',
      '<!DOCTYPE x [',
      '\u0000',
      '\ud800',
      '"',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { report, problem } = parseCoverage(text);
        expect(report === null).toBe(problem !== null);
      }),
      { numRuns: 500 },
    );
  });
});
