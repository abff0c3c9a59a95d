import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { scoreFile } from '../../src/score/index.ts';
import { createFile, createFinding, createRules } from '../helpers/create-metrics.ts';

const graded = ['complex-method', 'large-method', 'complex-conditional'];
const others = [
  'bumpy-road-ahead',
  'deep-nested-complexity',
  'overall-code-complexity',
  'excess-number-of-function-arguments',
  'lines-of-code-in-a-single-file',
  'code-duplication',
  'large-assertion-blocks',
  'duplicated-assertion-blocks',
  'brain-method',
  'low-cohesion',
  'large-embedded-code-block',
];

const findingArbitrary = fc
  .record({
    smell: fc.oneof(fc.constantFrom(...graded), fc.constantFrom(...others)),
    function: fc.constantFrom('first', 'second', 'third'),
    above: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ smell, function: name, above }) => {
    const finding = createFinding(smell, { function: name });
    return { ...finding, measured: finding.limit + above };
  });

const findingsArbitrary = fc.array(findingArbitrary, { maxLength: 15 });

const weightsArbitrary = fc
  .record(Object.fromEntries([...graded, ...others].map((smell) => [smell, fc.integer({ min: 0, max: 30 })])))
  .map((weights) =>
    createRules(
      Object.fromEntries(Object.entries(weights).map(([smell, tenths]) => [smell, { weight: tenths / 10 }])),
    ),
  );
const rulesArbitrary = fc.oneof(fc.constant(createRules()), weightsArbitrary);

const score = (findings: readonly Finding[], rules = createRules()) =>
  scoreFile(createFile(), findings, rules);

describe('the score of a file', () => {
  it('never rises when a finding is added', () => {
    fc.assert(
      fc.property(findingsArbitrary, findingArbitrary, rulesArbitrary, (findings, added, rules) => {
        const [before, after] = [score(findings, rules), score([...findings, added], rules)];
        expect(after.penaltyPoints).toBeGreaterThanOrEqual(before.penaltyPoints);
        expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      { numRuns: 1000 },
    );
  });

  it('never rises when a measured value gets worse', () => {
    fc.assert(
      fc.property(
        findingsArbitrary,
        findingArbitrary,
        fc.integer({ min: 1, max: 50 }),
        rulesArbitrary,
        (findings, finding, more, rules) => {
          const worse = { ...finding, measured: finding.measured + more };
          const [before, after] = [score([...findings, finding], rules), score([...findings, worse], rules)];
          expect(after.penaltyPoints).toBeGreaterThanOrEqual(before.penaltyPoints);
          expect(after.score).toBeLessThanOrEqual(before.score);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('lies from 1 to 10, and is 10 exactly where nothing costs', () => {
    fc.assert(
      fc.property(findingsArbitrary, rulesArbitrary, (findings, rules) => {
        const result = score(findings, rules);
        expect(result.score).toBeGreaterThanOrEqual(1);
        expect(result.score).toBeLessThanOrEqual(10);
        expect(result.score === 10).toBe(result.items.length === 0);
        expect(result.items.every(({ penaltyPoints }) => penaltyPoints > 0)).toBe(true);
      }),
    );
  });

  it('is made of items that add up to the penalty points', () => {
    fc.assert(
      fc.property(findingsArbitrary, rulesArbitrary, (findings, rules) => {
        const { items, penaltyPoints } = score(findings, rules);
        const sum = items.reduce((total, item) => total + Math.round(item.penaltyPoints * 1e6), 0);
        expect(sum).toBe(Math.round(penaltyPoints * 1e6));
      }),
    );
  });

  it('does not depend on the order of the findings', () => {
    fc.assert(
      fc.property(findingsArbitrary, rulesArbitrary, (findings, rules) => {
        expect(score([...findings].reverse(), rules).penaltyPoints).toBe(
          score(findings, rules).penaltyPoints,
        );
      }),
    );
  });

  it('never rises when a rule gets a higher weight', () => {
    fc.assert(
      fc.property(findingsArbitrary, fc.constantFrom(...graded, ...others), (findings, smell) => {
        const weighted = (weight: number) =>
          score(findings, createRules({ [smell]: { weight } })).penaltyPoints;
        expect(weighted(1)).toBeGreaterThanOrEqual(weighted(0.5));
        expect(weighted(2)).toBeGreaterThanOrEqual(weighted(1));
      }),
    );
  });
});
