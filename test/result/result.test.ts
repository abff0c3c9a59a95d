import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { UsageError } from '../../src/errors.ts';
import type { Report } from '../../src/model/report.ts';
import type { ReviewReport } from '../../src/model/review.ts';
import {
  parseResult,
  resultJsonSchema,
  type resultSchema,
  type reviewSchema,
} from '../../src/result/index.ts';
import {
  createEmptyReport,
  createHostileReport,
  createHugeReport,
  createReport,
  hostileText,
} from '../helpers/create-report.ts';
import { createHostileReview, createReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';

const look = { color: false, width: 80 };
const render = (report: Report | ReviewReport) =>
  'kind' in report ? renderers.json.renderReview(report, look) : renderers.json.render(report, look);

const inexact = createReport({
  files: createReport().files.map((file) => ({ ...file, pathIsExact: false as const })),
});
const reports: readonly (readonly [string, Report | ReviewReport])[] = [
  ['the canonical report', createReport()],
  ['an empty report', createEmptyReport()],
  ['a hostile report', createHostileReport()],
  ['a huge report', createHugeReport(50, 5)],
  ['a report with paths that are not exact', inexact],
  ['the canonical review', createReview()],
  ['a hostile review', createHostileReview()],
  ['an empty review', createReview({ files: [], worstFunctions: [], gates: [], skipped: [], warnings: [] })],
];

type DeepReadonly<T> = { readonly [K in keyof T]: DeepReadonly<T[K]> };

describe('the schema of the result', () => {
  it('has the very type of the report', () => {
    expectTypeOf<DeepReadonly<z.infer<typeof resultSchema>>>().toEqualTypeOf<DeepReadonly<Report>>();
    expectTypeOf<z.infer<typeof resultSchema>>().toExtend<Report>();
    expectTypeOf<DeepReadonly<z.infer<typeof reviewSchema>>>().toEqualTypeOf<DeepReadonly<ReviewReport>>();
    expectTypeOf<z.infer<typeof reviewSchema>>().toExtend<ReviewReport>();
  });
});

describe('the JSON Schema of the result', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
    resultJsonSchema(),
  );
  const closed = new Ajv2020({ allowUnionTypes: true }).compile(closeObjects(resultJsonSchema()) as object);

  it.each(reports)('describes %s as it is rendered', (_name, report) => {
    validate(JSON.parse(render(report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(reports)('describes every key of %s', (_name, report) => {
    closed(JSON.parse(render(report)));
    expect(closed.errors ?? []).toEqual([]);
  });

  it('says what it is', () => {
    expect(resultJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringContaining('codescene-pr'),
      title: expect.any(String),
      description: expect.any(String),
    });
  });

  it('lets a later version add keys', () => {
    expect(validate({ ...createReport(), coverage: null })).toBe(true);
  });

  it.each([
    ['another version', { schemaVersion: 2 }],
    ['a status that there is not', { status: 'fine' }],
    ['a missing list', { files: undefined }],
    ['a short hash', { context: { ...createReport().context, source: '3f2a9c8' } }],
  ])('refuses %s', (_name, differs) => {
    expect(validate(JSON.parse(JSON.stringify({ ...createReport(), ...differs })))).toBe(false);
  });

  it('takes no review for a check', () => {
    const { kind: _kind, ...review } = createReview();
    expect(validate(review)).toBe(false);
  });

  it('knows no number but those of the format', () => {
    expect(JSON.stringify(resultJsonSchema())).not.toContain(String(Number.MAX_SAFE_INTEGER));
  });
});

describe('parseResult', () => {
  const problemOf = (text: string): UsageError => {
    try {
      parseResult(text, 'result.json');
    } catch (error) {
      if (error instanceof UsageError) return error;
    }
    throw new Error('The result was accepted.');
  };

  it.each(reports)('reads %s back as it was', (_name, report) => {
    expect(parseResult(render(report))).toEqual(report);
  });

  it('reads a file with a byte order mark, and ignores keys of a later version', () => {
    const later = { ...createReport(), coverage: 80 };
    expect(parseResult(`\ufeff${JSON.stringify(later)}`)).toEqual(createReport());
  });

  it('names file, place and what was expected', () => {
    const broken = { ...createReport(), status: 'fine', warnings: [1] };
    const error = problemOf(JSON.stringify(broken));
    expect(error.message).toBe('result.json is not a result of codescene-pr.');
    expect(error.reason).toContain('status: Invalid option: expected one of "passed"|"failed"|"incomplete"');
    expect(error.reason).toContain('warnings[0]: Invalid input: expected string, received number');
    expect(error.hint).toContain('--output json=');
  });

  it('lists the first problems and counts the rest', () => {
    expect(problemOf('{}').reason).toMatch(/^schemaVersion: .*; and 8 more$/);
  });

  it('names what is wrong in a review by the shape of a review', () => {
    const error = problemOf(JSON.stringify({ ...createReview(), context: { source: 'main' } }));
    expect(error.reason).toContain('context.source: ');
    expect(error.reason).toContain('context.sourceKind: ');
    expect(error.reason).not.toContain('mergeBase');
  });

  it('says that there is no JSON', () => {
    expect(problemOf('{"schemaVersion": 1').message).toBe('result.json is not valid JSON.');
    expect(problemOf('')).toBeInstanceOf(UsageError);
  });

  it.each(['null', '[]', '"text"', '1'])('refuses %s', (text) => {
    expect(problemOf(text).reason).toMatch(/^the whole: /);
  });

  it('says of another schema version just that', () => {
    const error = problemOf(JSON.stringify({ ...createReport(), schemaVersion: 2, files: null }));
    expect(error.message).toBe('result.json has the schema version 2, expected 1.');
    expect(error.hint).toContain('same version');
  });

  it('never shows a control character of the file', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostileText)), (characters) => {
        const text = characters.join('');
        const error = problemOf(`\u001b${text}`);
        expect(`${error.message}${error.reason}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

/** The same schema with every object closed: a key that it does not describe is an error. */
function closeObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeObjects);
  if (typeof schema !== 'object' || schema === null) return schema;
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closeObjects(value)]));
  return closed.type === 'object' && 'properties' in closed
    ? { ...closed, additionalProperties: false }
    : closed;
}
