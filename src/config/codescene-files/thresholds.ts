import { ruleNumbers } from '../rule-numbers.ts';

/** One of the names under `thresholds` in `code-health-rules.json`, and what it is in a profile of ours. */
export interface Threshold {
  /** CodeScene's own default: a file that repeats it changes nothing. `null` where it is not known. */
  readonly default: number | null;
  /** Lowest value that can be honoured. */
  readonly lowest: number;
  /** Limits by smell id and camelCase name; `null` where nothing here corresponds. */
  readonly toLimits: ((value: number) => Readonly<Record<string, number>>) | null;
  /** Why a value cannot be honoured: a clause. */
  readonly reason: string;
}

/** A `…_warning` is the first value that is a finding; a limit of ours is the last that is none. */
function startsAt(defaultValue: number | null, limit: string, lowest = 1): Threshold {
  return honoured(defaultValue, lowest, (value) => ({ [limit]: Math.ceil(value) - 1 }));
}

/** The same for a measured value that is cut to two decimals. */
function startsAtHundredth(defaultValue: number, limit: string): Threshold {
  const highest = ruleNumbers.get(limit)?.max ?? Number.POSITIVE_INFINITY;
  return honoured(defaultValue, 1, (value) => {
    const hundredths = Math.ceil(Number((100 * value).toFixed(6)));
    return { [limit]: Math.min(highest, (hundredths - 1) / 100) };
  });
}

/** A `…_max_…` is the last allowed value, as ours is. */
function lastAllowed(defaultValue: number, limit: string): Threshold {
  return honoured(defaultValue, 1, (value) => ({ [limit]: Math.floor(value) }));
}

/** A level that decides what a finding costs. */
function alertLevel(defaultValue: number, limit: string): Threshold {
  return honoured(defaultValue, 1, (value) => ({ [limit]: value }));
}

function honoured(
  defaultValue: number | null,
  lowest: number,
  toLimits: NonNullable<Threshold['toLimits']>,
): Threshold {
  return { default: defaultValue, lowest, toLimits, reason: `expected at least ${lowest}` };
}

function notHonoured(defaultValue: number | null, reason: string): Threshold {
  return { default: defaultValue, lowest: 0, toLimits: null, reason };
}

const plainLines = 'large-method.maxLinesOfCode';
const linesWithJsx = 'large-method.maxLinesOfCodeWithJsx';
const duplicationLines = 'code-duplication.minLinesOfCode';

function defaultOf(limit: string): number {
  return ruleNumbers.get(limit)?.default ?? 0;
}

const notGraded = 'what a finding costs does not depend on such a level here';

/** Functions with JSX have a limit of their own, which CodeScene has no name for: it rises with the other one. */
const largeMethod = honoured(70, 1, (value) => {
  const lines = Math.ceil(value) - 1;
  return { [plainLines]: lines, [linesWithJsx]: Math.max(defaultOf(linesWithJsx), lines) };
});

/** Our measure of likeness needs more lines than CodeScene's to tell the same functions. */
const duplicationMinimum: Threshold = {
  default: 10,
  lowest: defaultOf(duplicationLines),
  toLimits: (value) => ({ [duplicationLines]: Math.ceil(value) }),
  reason: `functions are compared from ${defaultOf(duplicationLines)} lines of code on, for the measure of likeness is not CodeScene's`,
};

/** By CodeScene's names, with its published defaults. */
export const thresholds: ReadonlyMap<string, Threshold> = new Map(
  Object.entries({
    function_cyclomatic_complexity_warning: startsAt(9, 'complex-method.maxCyclomaticComplexity'),
    function_cyclomatic_complexity_alert: alertLevel(100, 'complex-method.alertCyclomaticComplexity'),
    function_lines_of_code_warning: largeMethod,
    function_lines_of_code_alert: alertLevel(500, 'large-method.alertLinesOfCode'),
    function_nesting_depth_warning: startsAt(4, 'deep-nested-complexity.maxNestingDepth'),
    function_bumpy_road_bumps_for_warning: startsAt(2, 'bumpy-road-ahead.maxBumps'),
    function_bumpy_road_nesting_level_depth: notHonoured(2, 'a bump is measured from depth 2 on'),
    function_complex_conditional_branches_warning: startsAt(2, 'complex-conditional.maxOperators', 2),
    function_complex_conditional_branches_alert: notHonoured(10, notGraded),
    function_max_arguments: lastAllowed(4, 'excess-number-of-function-arguments.maxArguments'),
    constructor_max_arguments: lastAllowed(5, 'constructor-over-injection.maxArguments'),
    function_duplication_min_lines_of_code_for_check: duplicationMinimum,
    function_duplication_min_similarity_percentage: notHonoured(
      75,
      "the measure of likeness is not CodeScene's; code-duplication.max-similarity in a quality profile is ours",
    ),
    function_embedded_content_lines_of_code_warning: startsAt(null, 'large-embedded-code-block.maxLines'),
    function_embedded_content_lines_of_code_alert: notHonoured(null, notGraded),
    file_lines_of_code_for_warning: startsAt(1000, 'lines-of-code-in-a-single-file.maxLinesOfCode'),
    file_lines_of_code_for_alert: alertLevel(5000, 'lines-of-code-in-a-single-file.alertLinesOfCode'),
    file_lines_of_code_for_critical_alert: notHonoured(10_000, notGraded),
    file_mean_cyclomatic_complexity_warning: startsAtHundredth(
      4,
      'overall-code-complexity.maxMeanCyclomaticComplexity',
    ),
    file_primitive_obsession_percentage_for_warning: startsAtHundredth(
      30,
      'primitive-obsession.maxPrimitivePercentage',
    ),
    unit_test_consecutive_asserts_for_large_block: honoured(4, 2, (value) => ({
      'large-assertion-blocks.minAssertionsInBlock': Math.ceil(value),
    })),
    unit_test_suite_number_of_large_assertion_blocks: startsAt(
      null,
      'large-assertion-blocks.maxAssertionBlocks',
    ),
  }),
);
