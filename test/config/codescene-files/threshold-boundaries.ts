import type { FileMetrics } from '../../../src/model/metrics.ts';
import { createFile, createFunction } from '../../helpers/create-metrics.ts';

/** Where a threshold parts what is no finding from what is one. */
interface Boundary {
  readonly threshold: string;
  readonly value: number | string;
  readonly smell: string;
  /** A file that measures so much. */
  readonly file: (measured: number) => FileMetrics;
  /** The last measured value that is no finding, and the first one that is. */
  readonly last: number;
  readonly first: number;
}

const ofFunction =
  (metrics: (measured: number) => Parameters<typeof createFunction>[0]) => (measured: number) =>
    createFile([createFunction(metrics(measured))]);

const functions = (count: number, metrics: Parameters<typeof createFunction>[0]) =>
  Array.from({ length: count }, (_, index) => createFunction({ ...metrics, name: `step${index}` }));

const twins = (linesOfCode: number) =>
  createFile(functions(2, { linesOfCode }), { duplicates: [{ first: 0, second: 1, similarity: 1 }] });

const tests = (blocks: number, assertions: number) =>
  createFile([], {
    isTest: true,
    assertionBlocks: Array.from({ length: blocks }, (_, index) => ({
      line: index * 10 + 1,
      endLine: index * 10 + assertions,
      testLine: index * 10 + 1,
      assertions,
      hash: `block ${index}`,
    })),
  });

/** The thresholds that decide whether there is a finding, with values around each. */
export const boundaries: readonly Boundary[] = [
  {
    threshold: 'function_cyclomatic_complexity_warning',
    value: 6,
    smell: 'complex-method',
    file: ofFunction((cyclomaticComplexity) => ({ cyclomaticComplexity })),
    last: 5,
    first: 6,
  },
  {
    threshold: 'function_cyclomatic_complexity_warning',
    value: '12',
    smell: 'complex-method',
    file: ofFunction((cyclomaticComplexity) => ({ cyclomaticComplexity })),
    last: 11,
    first: 12,
  },
  {
    threshold: 'function_cyclomatic_complexity_warning',
    value: 6.5,
    smell: 'complex-method',
    file: ofFunction((cyclomaticComplexity) => ({ cyclomaticComplexity })),
    last: 6,
    first: 7,
  },
  {
    threshold: 'function_lines_of_code_warning',
    value: 40,
    smell: 'large-method',
    file: ofFunction((linesOfCode) => ({ linesOfCode })),
    last: 39,
    first: 40,
  },
  {
    threshold: 'function_lines_of_code_warning',
    value: 40,
    smell: 'large-method',
    file: ofFunction((linesOfCode) => ({ linesOfCode, containsJsx: true })),
    last: 119,
    first: 120,
  },
  {
    threshold: 'function_lines_of_code_warning',
    value: 150,
    smell: 'large-method',
    file: ofFunction((linesOfCode) => ({ linesOfCode, containsJsx: true })),
    last: 149,
    first: 150,
  },
  {
    threshold: 'function_nesting_depth_warning',
    value: 3,
    smell: 'deep-nested-complexity',
    file: ofFunction((maxNestingDepth) => ({ maxNestingDepth })),
    last: 2,
    first: 3,
  },
  {
    threshold: 'function_bumpy_road_bumps_for_warning',
    value: 4,
    smell: 'bumpy-road-ahead',
    file: ofFunction((bumps) => ({ bumps })),
    last: 3,
    first: 4,
  },
  {
    threshold: 'function_complex_conditional_branches_warning',
    value: 4,
    smell: 'complex-conditional',
    file: ofFunction((operators) => ({ complexConditions: [{ line: 2, operators }] })),
    last: 3,
    first: 4,
  },
  {
    threshold: 'function_max_arguments',
    value: 6,
    smell: 'excess-number-of-function-arguments',
    file: ofFunction((parameters) => ({ parameters })),
    last: 6,
    first: 7,
  },
  {
    threshold: 'constructor_max_arguments',
    value: 3,
    smell: 'constructor-over-injection',
    file: ofFunction((parameters) => ({ kind: 'constructor', parameters })),
    last: 3,
    first: 4,
  },
  {
    threshold: 'function_duplication_min_lines_of_code_for_check',
    value: 30,
    smell: 'code-duplication',
    file: twins,
    last: 29,
    first: 30,
  },
  {
    threshold: 'function_embedded_content_lines_of_code_warning',
    value: 12,
    smell: 'large-embedded-code-block',
    file: ofFunction((lines) => ({ embeddedBlocks: [{ line: 2, lines }] })),
    last: 11,
    first: 12,
  },
  {
    threshold: 'file_lines_of_code_for_warning',
    value: 400,
    smell: 'lines-of-code-in-a-single-file',
    file: (linesOfCode) => createFile([createFunction({ linesOfCode })]),
    last: 399,
    first: 400,
  },
  {
    threshold: 'file_mean_cyclomatic_complexity_warning',
    value: 2.5,
    smell: 'overall-code-complexity',
    file: (mean) =>
      createFile(
        Array.from({ length: 100 }, (_, index) =>
          createFunction({ cyclomaticComplexity: index < Math.round((mean - 2) * 100) ? 3 : 2 }),
        ),
      ),
    last: 2.49,
    first: 2.5,
  },
  {
    threshold: 'file_primitive_obsession_percentage_for_warning',
    value: 40,
    smell: 'primitive-obsession',
    file: (percentage) =>
      createFile(
        Array.from({ length: 100 }, (_, index) =>
          createFunction({ parameterTypes: [index < percentage ? 'other-primitive' : 'structured'] }),
        ),
      ),
    last: 39,
    first: 40,
  },
  {
    threshold: 'unit_test_consecutive_asserts_for_large_block',
    value: 6,
    smell: 'large-assertion-blocks',
    file: (assertions) => tests(4, assertions),
    last: 5,
    first: 6,
  },
  {
    threshold: 'unit_test_suite_number_of_large_assertion_blocks',
    value: 2,
    smell: 'large-assertion-blocks',
    file: (blocks) => tests(blocks, 4),
    last: 1,
    first: 2,
  },
];
