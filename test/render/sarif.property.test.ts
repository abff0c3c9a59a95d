import fc from 'fast-check';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { DeltaFinding } from '../../src/model/finding.ts';
import type { FileReport, Report } from '../../src/model/report.ts';
import { createHostileReport, createReport, hostileText } from '../helpers/create-report.ts';
import { createHostileReview } from '../helpers/create-review.ts';
import { renderers } from '../helpers/renderers.ts';
import { findSarifProblems } from '../helpers/sarif-schema.ts';

const look = { color: false, width: 80 };
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...hostileText, '/', '.', ':', '%', '{', '}', '\uffff') }),
);

describe('any text in any field', () => {
  it('leaves a file that is valid by the schema, its addresses included', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const check = renderers.sarif.render(createHostileReport(text), look);
        const review = renderers.sarif.renderReview(createHostileReview(text), look);
        expect([...findSarifProblems(check), ...findSarifProblems(review)]).toEqual([]);
      }),
    );
  });

  it('shows nothing invisible to who reads the values', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const log: unknown = JSON.parse(renderers.sarif.render(createHostileReport(text), look));
        // Texts of our own have line breaks, in the help of the rules.
        const shown = listStrings(log).map((value) => value.replaceAll('\n', ''));
        expect(shown.filter((value) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(value))).toEqual([]);
      }),
    );
  });

  it('makes every address one inside of the repository', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const log = JSON.parse(renderers.sarif.render(createHostileReport(text), look)) as Log;
        for (const { location } of log.runs[0]?.artifacts ?? []) {
          const { href } = new URL(location?.uri ?? '', 'file:///repository/');
          expect(decodeURIComponent(href)).toBe(`file:///repository/${text}`);
        }
      }),
    );
  });
});

const finding: fc.Arbitrary<DeltaFinding> = fc.record({
  smell: fc.constantFrom('complex-method', 'large-method', 'bumpy-road-ahead'),
  name: fc.constant('Complex Method'),
  severity: fc.constantFrom('critical', 'advisory'),
  function: fc.option(fc.constantFrom('a', 'b', 'A.b', 'A', '["a",1]')),
  line: fc.integer({ min: 1, max: 20 }),
  endLine: fc.integer({ min: 20, max: 40 }),
  measured: fc.integer({ min: 2, max: 99 }),
  limit: fc.constant(1),
  message: fc.constant('It is too much'),
  changeType: fc.constantFrom('introduced', 'degraded', 'improved', 'fixed'),
  before: fc.constant(2),
  otherSide: fc.constant(null),
});
const file: fc.Arbitrary<FileReport> = fc
  .record({
    path: fc.constantFrom('a.ts', 'b.ts', 'a/b.ts'),
    findings: fc.array(finding, { maxLength: 8 }),
    unchanged: fc.array(finding, { maxLength: 4 }),
  })
  .map((parts) => ({ ...(createReport().files[0] as FileReport), ...parts }));
const files = fc.uniqueArray(file, { maxLength: 3, selector: ({ path }) => path });

const identitiesOf = (report: Report): readonly string[] => {
  const log = JSON.parse(renderers.sarif.render(report, look)) as Log;
  return (log.runs[0]?.results ?? []).map(identityOf);
};
const identityOf = ({ partialFingerprints }: Result) => Object.values(partialFingerprints ?? {}).join();
const withFiles = (list: readonly FileReport[]) => createReport({ files: list });

describe('the identity of a result', () => {
  it('is that of no other', () => {
    fc.assert(
      fc.property(files, (list) => {
        const identities = identitiesOf(withFiles(list));
        expect(new Set(identities).size).toBe(identities.length);
      }),
    );
  });

  it('stays when the code moves within its file, and when values and words change', () => {
    fc.assert(
      fc.property(files, fc.nat({ max: 500 }), fc.nat({ max: 50 }), (list, lines, more) => {
        const shift = <T extends FileReport['unchanged'][number]>(found: T): T => ({
          ...found,
          line: found.line + lines,
          endLine: found.endLine + lines,
          measured: found.measured + more,
          limit: found.limit + more,
          message: `${found.message}, by ${more}`,
        });
        const moved = list.map((each) => ({
          ...each,
          findings: each.findings.map(shift),
          unchanged: each.unchanged.map(shift),
        }));
        expect(identitiesOf(withFiles(moved))).toEqual(identitiesOf(withFiles(list)));
      }),
    );
  });

  it('of a finding stays when others come and go elsewhere', () => {
    const report = createReport();
    const [first, ...rest] = report.files;
    if (!first) throw new Error('The canonical report has a file.');
    const fewer = identitiesOf({ ...report, files: rest });
    expect(identitiesOf(report)).toEqual(expect.arrayContaining([...fewer]));
  });
});

function listStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}
