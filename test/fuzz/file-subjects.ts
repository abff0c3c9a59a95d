import fc from 'fast-check';
import { decodeResult, encodeResult } from '../../src/cache/entry.ts';
import { parseCoverage } from '../../src/coverage/parse-coverage.ts';
import { UsageError } from '../../src/errors.ts';
import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import { measureContent } from '../../src/measurement/measure-content.ts';
import { formatPartial, parsePartial, parseRatchet, parseResult } from '../../src/result/index.ts';
import { coverageWriters } from '../coverage/write-coverage.ts';
import { createHostileReport } from '../helpers/create-report.ts';
import { createHostileReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';
import { jsonWords, oftenDamaged } from './inputs.ts';
import { demand, demandSame, invisible, type Subject, unlessRefused } from './subject.ts';

const covered = fc.array(
  fc.tuple(
    fc.constantFrom('src/a.ts', '/abs/b.ts', '../c.ts', '__proto__', 'a\\b.ts', ''),
    fc
      .array(fc.tuple(fc.integer({ min: -1, max: 2 ** 33 }), fc.boolean()), { maxLength: 5 })
      .map((lines) => new Map(lines)),
  ),
  { maxLength: 4 },
);

const coverage: Subject = {
  name: 'coverage',
  inputs: oftenDamaged(
    fc
      .tuple(fc.constantFrom(...Object.values(coverageWriters)), covered)
      .map(([write, files]) => Buffer.from(write(files))),
    [
      '<',
      '>',
      '/',
      '&',
      '&#0;',
      '<!ENTITY a "b">',
      '&a;',
      'DA:',
      'SF:',
      'end_of_record\n',
      '9'.repeat(40),
      'NaN',
      '\0',
      '\n',
      ']]>',
    ],
  ),
  check: (input) => {
    const { report, problem } = parseCoverage(input.toString());
    demand((report === null) === (problem !== null), 'neither a report nor a problem');
    if (problem !== null)
      demand(problem.message !== '' && !invisible.test(problem.message), 'a problem has no plain words');
  },
};

const hostileText = fc.string({ unit: 'binary', maxLength: 12 });
const look = { color: false, width: 100 };

const resultFile: Subject = {
  name: 'result file',
  inputs: oftenDamaged(
    fc
      .tuple(hostileText, fc.boolean())
      .map(([text, ofReview]) =>
        Buffer.from(
          ofReview
            ? renderers.json.renderReview(createHostileReview(text), look)
            : renderers.json.render(createHostileReport(text), look),
        ),
      ),
    jsonWords,
  ),
  check: (input) => {
    const text = input.toString();
    const result = unlessRefused(UsageError, () => parseResult(text));
    if (result !== null) demandSame(result, parseResult(JSON.stringify(result)));
  },
};

const partialResult = fc.tuple(hostileText, fc.nat({ max: 3 })).map(([text, sides]) =>
  Buffer.from(
    formatPartial({
      tool: { name: 'codescene-pr', version: text },
      shard: { index: 1, count: 2 },
      context: { source: 'a'.repeat(40), targetRef: text, mergeBase: null },
      profile: { name: text, digest: text },
      paths: [text],
      sides: Array.from({ length: sides }, () => ({
        blob: 'b'.repeat(40),
        dialect: 'ts' as const,
        result: { kind: 'unmeasurable' as const, reason: text, line: 1 },
      })),
    }),
  ),
);

const partialFile: Subject = {
  name: 'partial result',
  inputs: oftenDamaged(partialResult, jsonWords),
  check: (input) => {
    const partial = unlessRefused(UsageError, () => parsePartial(input.toString(), 'part'));
    if (partial !== null) demandSame(partial, parsePartial(formatPartial(partial), 'part'));
  },
};

const ratchetFile: Subject = {
  name: 'ratchet file',
  inputs: oftenDamaged(
    fc.tuple(fc.integer({ min: 100, max: 1000 }), fc.nat(), hostileText).map(([score, count, text]) =>
      Buffer.from(
        JSON.stringify({
          version: 1,
          minScore: score / 100,
          maxRedFiles: count,
          maxRedAndYellowFiles: count,
          paths: [text],
          measuredBy: { version: text, rules: text },
        }),
      ),
    ),
    jsonWords,
  ),
  check: (input) => {
    const text = input.toString();
    const ratchet = unlessRefused(UsageError, () => parseRatchet(text, 'ratchet'));
    if (ratchet !== null) demand(ratchet.minScore >= 1 && ratchet.minScore <= 10, 'a floor is out of bounds');
  },
};

const sideKey = { blob: 'b'.repeat(40), dialect: 'ts' as const };
const measured = [
  'function f(a: string) { if (a && b && c) return 1; }',
  'class A { #x = 1; m() { return this.#x; } }',
  ')',
];

const cacheEntry: Subject = {
  name: 'cache entry',
  inputs: oftenDamaged(
    fc.constantFrom(...measured).map((code) => {
      const content = { bytes: Buffer.from(code) };
      return encodeResult(sideKey, measureContent({ path: 'a.ts' }, content, measureFile));
    }),
    jsonWords,
  ),
  check: (input) => {
    const result = decodeResult(input, sideKey);
    if (result !== null) demandSame(result, decodeResult(encodeResult(sideKey, result), sideKey));
  },
};

export const fileSubjects: readonly Subject[] = [coverage, resultFile, partialFile, ratchetFile, cacheEntry];
