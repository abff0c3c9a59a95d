import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';
import { read } from './read-coverage.ts';

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
