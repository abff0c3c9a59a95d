import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/model/report.ts';
import { smells } from '../../src/smells/index.ts';
import { healthy, nested } from '../end-to-end/source-code.ts';
import { busy, changesOf, reportSuppressing } from '../helpers/report-change.ts';

/** A function, or nothing, on each side, and the comment above it on the head side. */
interface Part {
  readonly old: string;
  readonly head: string;
  readonly directive: string;
}

const plain = '// A comment.\n';
const bodies = (name: string) => [
  '',
  healthy(name),
  busy(10, name),
  busy(13, name),
  busy(90, name),
  nested(4, name),
  nested(6, name),
];
const directiveArbitrary = fc.oneof(
  fc.constant(plain),
  fc.constant('// @codescene(disable-all)\n'),
  fc
    .subarray(
      smells.map(({ name }) => name),
      { minLength: 1, maxLength: 4 },
    )
    .map((names) => `// @codescene(${names.map((name) => `disable:"${name}"`).join(', ')})\n`),
);
const partArbitrary = (name: string): fc.Arbitrary<Part> =>
  fc.record({
    old: fc.constantFrom(...bodies(name)),
    head: fc.constantFrom(...bodies(name)),
    directive: directiveArbitrary,
  });
const changeArbitrary = fc.record({
  top: directiveArbitrary,
  parts: fc.tuple(...['settle', 'pay', 'refund', 'notify'].map(partArbitrary)),
});
type GeneratedChange = typeof changeArbitrary extends fc.Arbitrary<infer T> ? T : never;

type Side = 'old' | 'head';

/** The text of a side, with its comments or with others that say nothing in their place. */
const textOf = ({ top, parts }: GeneratedChange, side: Side, withComments: boolean): string =>
  [`${withComments ? top : plain}import './start.ts';\n\n`]
    .concat(parts.map((part) => part[side] && (withComments ? part.directive : plain) + part[side]))
    .join('');

const reportOf = (policy: 'honour' | 'ignore', old: string | null, head: string) => {
  const { files, suppressions } = reportSuppressing(policy, { path: 'src/a.ts', old, new: head });
  const [file] = files;
  if (!file) throw new Error('there is one file');
  return { file, suppressions };
};
const scoresOf = ({ oldScore, newScore }: FileReport) => [oldScore ?? 0, newScore ?? 0] as const;
const identityOf = (each: string) => each.replace(/ [^ ]+ -> .*/, '');

describe('suppressions', () => {
  it('never lower a score, on either side', () => {
    fc.assert(
      fc.property(changeArbitrary, (change) => {
        const old = textOf(change, 'old', false);
        const [oldBefore, newBefore] = scoresOf(reportOf('honour', old, textOf(change, 'head', false)).file);
        const [oldScore, newScore] = scoresOf(reportOf('honour', old, textOf(change, 'head', true)).file);
        expect(oldScore).toBeGreaterThanOrEqual(oldBefore);
        expect(newScore).toBeGreaterThanOrEqual(newBefore);
      }),
    );
  });

  it('that are added make nothing look fixed, better or worse that did not without them', () => {
    fc.assert(
      fc.property(changeArbitrary, (change) => {
        const old = textOf(change, 'old', false);
        const before = changesOf([reportOf('honour', old, textOf(change, 'head', false)).file]);
        const after = changesOf([reportOf('honour', old, textOf(change, 'head', true)).file]);
        expect(before).toEqual(expect.arrayContaining(after));
      }),
    );
  });

  it('that are added to, or taken from, code that is as before change neither findings nor score', () => {
    fc.assert(
      fc.property(changeArbitrary, fc.boolean(), (change, isAdded) => {
        const [old, head] = [textOf(change, 'head', !isAdded), textOf(change, 'head', isAdded)];
        const { file } = reportOf('honour', old, head);
        expect(file.findings).toEqual([]);
        expect(file.newScore).toBe(file.oldScore);
      }),
    );
  });

  it('that are added and ignored change nothing at all', () => {
    fc.assert(
      fc.property(changeArbitrary, fc.boolean(), (change, isNew) => {
        const old = isNew ? null : textOf(change, 'old', false);
        const { file, suppressions } = reportOf('ignore', old, textOf(change, 'head', true));
        expect(file).toEqual(reportOf('ignore', old, textOf(change, 'head', false)).file);
        expect(suppressions.every(({ added, honoured }) => added && !honoured)).toBe(true);
      }),
    );
  });

  it('that stood there before count the same, whatever the profile says of new ones', () => {
    fc.assert(
      fc.property(changeArbitrary, (change) => {
        const [old, head] = [textOf(change, 'head', true), textOf(change, 'head', true) + busy(12, 'more')];
        expect(reportOf('ignore', old, head)).toEqual(reportOf('honour', old, head));
      }),
    );
  });

  it('leave a finding for every smell that none of them names, and list each that they take out', () => {
    fc.assert(
      fc.property(changeArbitrary, (change) => {
        const found = changesOf([reportOf('honour', null, textOf(change, 'head', false)).file]);
        const { file, suppressions } = reportOf('honour', null, textOf(change, 'head', true));
        const suppressed = suppressions.map(
          (each) => `${each.path}: introduced ${each.smell} ${each.function}`,
        );
        const left = changesOf([file]).map(identityOf);
        expect([...left, ...suppressed].sort()).toEqual(found.map(identityOf).sort());
      }),
    );
  });
});
