import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import {
  createEmptyReport,
  createHostileReport,
  createHugeReport,
  createReport,
  hostileText,
} from '../helpers/create-report.ts';
import { createHostileReview, createReview } from '../helpers/create-review.ts';
import { type Element, parseXml } from '../helpers/parse-xml.ts';
import { renderers } from '../helpers/renderers.ts';

const look = { color: false, width: 80 };
const render = (report: Report | ReviewReport) =>
  'kind' in report ? renderers.junit.renderReview(report, look) : renderers.junit.render(report, look);
const parse = (report: Report | ReviewReport) => parseXml(render(report));

const suiteOf = (document: Element, name: string): Element => {
  const suite = document.children.find(({ attributes }) => attributes.name === name);
  if (!suite) throw new Error(`There is no suite ${name}.`);
  return suite;
};
/** Name and outcome of every case. */
const casesOf = (document: Element, name: string) =>
  suiteOf(document, name).children.map(({ attributes, children }) => [
    attributes.name,
    children[0]?.name ?? 'passed',
  ]);

const off = (name: 'min-score' | 'ratchet') => ({ gate: name, status: 'off' as const, conditions: [] });

describe('the JUnit file of a check', () => {
  const document = parse(createReport());

  it('has a suite for each gate, behind the one of the measurement', () => {
    expect(document.children.map(({ attributes }) => attributes.name)).toEqual([
      'measurement',
      ...createReport().gates.map(({ gate }) => gate),
    ]);
  });

  it('fails a case for every file that violates a gate, with all of its conditions', () => {
    expect(casesOf(document, 'critical-rules')).toEqual([
      ['src/billing/invoice.ts', 'failure'],
      ['src/billing/tax-rates.ts', 'failure'],
    ]);
    const [one, two] = suiteOf(document, 'critical-rules').children.map(({ children }) => children[0]);
    expect(one?.attributes).toEqual({
      message: 'Invoice.settle nests its logic 5 levels deep (limit 3)',
      type: 'critical-rules',
    });
    expect(one?.text).toBe(
      'src/billing/invoice.ts:42  deep-nested-complexity  Invoice.settle nests its logic 5 levels deep (limit 3)',
    );
    expect(two?.attributes.message).toBe('2 conditions are violated.');
    expect(two?.text.split('\n')).toEqual([
      'src/billing/tax-rates.ts:12  bumpy-road-ahead  rateFor has 2 bumps (limit 1)',
      'src/billing/tax-rates.ts:12  deep-nested-complexity  rateFor nests its logic 4 levels deep (limit 3)',
    ]);
  });

  it('passes a gate that holds, and skips one that judges nothing', () => {
    expect(casesOf(document, 'new-code-health')).toEqual([
      ['No new file scores below the minimum.', 'passed'],
    ]);
    expect(casesOf(document, 'advisory-rules')[0]?.[1]).toBe('skipped');
    expect(suiteOf(document, 'coverage').children[0]?.children[0]?.attributes).toEqual({
      message: 'Nothing that the gate judges is there.',
    });
  });

  it('has an error for a file that could not be measured', () => {
    expect(casesOf(document, 'measurement')).toEqual([['src/broken.ts', 'error']]);
    expect(suiteOf(document, 'measurement').children[0]?.children[0]?.text).toBe(
      'src/broken.ts:7  it does not parse: expected ")"',
    );
  });

  it('skips such a file where the profile accepts it', () => {
    expect(casesOf(parse(createReport({ status: 'passed' })), 'measurement')).toEqual([
      ['src/broken.ts', 'skipped'],
    ]);
  });

  it('counts what it has, in each suite and in all', () => {
    for (const report of [createReport(), createEmptyReport(), createHugeReport(), createReview()]) {
      const { attributes, children } = parse(report);
      const outcomes = children.flatMap(({ children: cases }) => cases.map((each) => each.children[0]?.name));
      expect(attributes).toMatchObject({
        tests: String(outcomes.length),
        failures: String(outcomes.filter((name) => name === 'failure').length),
        errors: String(outcomes.filter((name) => name === 'error').length),
        skipped: String(outcomes.filter((name) => name === 'skipped').length),
        time: '0',
      });
      const sum = children.reduce((count, suite) => count + Number(suite.attributes.tests), 0);
      expect(sum).toBe(outcomes.length);
    }
  });

  it('has a case and no failure where nothing changed', () => {
    const empty = parse(createEmptyReport());
    expect(empty.attributes).toMatchObject({ failures: '0', errors: '0' });
    expect(casesOf(empty, 'measurement')).toEqual([
      ['Every file of a supported type is measured.', 'passed'],
    ]);
  });

  it('has one case for each of many files', () => {
    expect(casesOf(parse(createHugeReport(300, 10)), 'critical-rules')).toHaveLength(300);
  });

  it('names a test the same when lines and values change', () => {
    const report = createReport();
    const later = {
      ...report,
      gates: report.gates.map((gate) => ({
        ...gate,
        conditions: gate.conditions.map((condition) => ({
          ...condition,
          line: 7000,
          measured: 99,
          message: 'Other words.',
        })),
      })),
    };
    const names = (each: Report) =>
      parse(each).children.map(({ attributes }) => casesOf(parse(each), attributes.name ?? ''));
    expect(names(later)).toEqual(names(report));
  });
});

describe('the JUnit file of a review', () => {
  it('fails a case for every file below the minimum, and one for the floor', () => {
    const document = parse(createReview());
    expect(casesOf(document, 'min-score')).toEqual([['src/billing/invoice.ts', 'failure']]);
    expect(casesOf(document, 'ratchet')).toEqual([['.codescene/ratchet.json', 'failure']]);
  });

  it('skips what is not asked for', () => {
    const document = parse(
      createReview({ status: 'passed', gates: [off('min-score'), off('ratchet')], ratchet: null }),
    );
    expect(casesOf(document, 'min-score')[0]?.[1]).toBe('skipped');
    expect(document.attributes.failures).toBe('0');
  });

  it('skips a floor that is yet to be created', () => {
    const gates = [off('min-score'), { gate: 'ratchet' as const, status: 'passed' as const, conditions: [] }];
    const document = parse(
      createReview({ gates, ratchet: { path: '.codescene/ratchet.json', floor: null } }),
    );
    expect(casesOf(document, 'ratchet')[0]?.[1]).toBe('skipped');
  });
});

describe('a hostile JUnit file', () => {
  it.each([
    ['check', createReport(), createHostileReport()],
    ['review', createReview(), createHostileReview()],
  ])('has the elements and attributes of any other, for a %s', (_name, canonical, hostile) => {
    const shapes = new Set(listShapes(parse(canonical)));
    expect(listShapes(parse(hostile)).filter((shape) => !shapes.has(shape))).toEqual([]);
  });
});

/** Every element with its attributes. */
function listShapes({ name, attributes, children }: Element): readonly string[] {
  return [`${name} ${Object.keys(attributes).join(' ')}`, ...children.flatMap(listShapes)];
}

describe('any text in any field', () => {
  const expected = listShapes(parse(createHostileReport('text')));
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...hostileText, ']', '\ufffe', '\uffff') }),
  );

  it('leaves the same elements with the same attributes', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(listShapes(parse(createHostileReport(text)))).toEqual(expected);
      }),
    );
  });
});
