import { describe, expect, it } from 'vitest';
import { assessMetrics } from '../../src/report/assess-file.ts';
import { explainPlace } from '../../src/report/explain-place.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const outer = createFunction({ name: 'outer', line: 10, endLine: 60, maxNestingDepth: 4 });
const inner = createFunction({
  name: 'inner',
  line: 20,
  endLine: 40,
  parameters: 6,
  complexConditions: [{ line: 30, operators: 3 }],
});
const other = createFunction({ name: 'other', line: 70, endLine: 80, parameters: 7 });
const global = { cyclomaticComplexity: 12, maxNestingDepth: 0, line: 3 };
const assessed = assessMetrics(createFile([outer, inner, other], { global }), {});

const at = (line: number | null) => {
  const { functions, findings, fileFindings } = explainPlace(assessed, line);
  return {
    functions: functions.map(({ name }) => name),
    findings: findings.map(({ finding }) => `${finding.function} ${finding.smell}`).sort(),
    fileFindings: fileFindings.map(({ finding }) => finding.smell),
  };
};

describe('explainPlace', () => {
  it('gives every finding of the functions around the line, the outermost first', () => {
    expect(at(25)).toEqual({
      functions: ['outer', 'inner'],
      findings: [
        'inner complex-conditional',
        'inner excess-number-of-function-arguments',
        'outer deep-nested-complexity',
      ],
      fileFindings: ['global-conditionals'],
    });
  });

  it.each([
    [9, []],
    [10, ['outer']],
    [19, ['outer']],
    [20, ['outer', 'inner']],
    [40, ['outer', 'inner']],
    [41, ['outer']],
    [60, ['outer']],
    [61, []],
  ])('takes a function from its first to its last line: line %i', (line, functions) => {
    expect(at(line).functions).toEqual(functions);
  });

  it('gives everything of the whole file', () => {
    const { functions, findings } = at(null);
    expect(functions).toEqual(['outer', 'inner', 'other']);
    expect(findings).toHaveLength(4);
  });

  it('says what each finding costs by itself, and what all of a smell cost together', () => {
    const { findings, fileFindings } = explainPlace(assessed, 25);
    const costs = findings.map(({ finding, penaltyPoints, sharedPoints, ofItsKind }) => [
      finding.smell,
      penaltyPoints,
      sharedPoints,
      ofItsKind,
    ]);
    expect(costs).toEqual([
      ['deep-nested-complexity', 2, 0, 1],
      ['excess-number-of-function-arguments', 0, 1, 2],
      ['complex-conditional', 1.5, 0, 1],
    ]);
    expect(fileFindings).toMatchObject([{ penaltyPoints: 1, sharedPoints: 0, ofItsKind: 1 }]);
  });
});
