import { escapeXml } from '../../text/escape-xml.ts';

/** One test as a viewer lists it. */
export interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'skipped' | 'failure' | 'error';
  /** Why it did not pass, in one line. */
  readonly message?: string;
  /** More of it, a line each. */
  readonly details?: readonly string[];
}

export interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * Suites as JUnit XML, with the elements and attributes that every reader of the format knows. All times are 0: the same
 * report gives the same text.
 */
export function renderSuites(name: string, suites: readonly TestSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...countOutcomes(all), time: '0' })}>`,
    ...suites.flatMap(renderSuite),
    '</testsuites>',
    '',
  ].join('\n');
}

function renderSuite({ name, cases }: TestSuite): readonly string[] {
  return [
    `  <testsuite${attributes({ name, ...countOutcomes(cases), time: '0' })}>`,
    ...cases.flatMap((each) => renderCase(each, `codescene-pr.${name}`, name)),
    '  </testsuite>',
  ];
}

function renderCase(
  { name, outcome, message = '', details = [] }: TestCase,
  classname: string,
  type: string,
): readonly string[] {
  const head = `    <testcase${attributes({ classname, name, time: '0' })}`;
  if (outcome === 'passed') return [`${head}/>`];
  const body =
    outcome === 'skipped'
      ? `      <skipped${attributes({ message })}/>`
      : `      <${outcome}${attributes({ message, type })}>${details.map(escapeXml).join('\n')}</${outcome}>`;
  return [`${head}>`, body, '    </testcase>'];
}

function countOutcomes(cases: readonly TestCase[]): Readonly<Record<string, string>> {
  return {
    tests: String(cases.length),
    failures: countOf('failure', cases),
    errors: countOf('error', cases),
    skipped: countOf('skipped', cases),
  };
}

function countOf(outcome: TestCase['outcome'], cases: readonly TestCase[]): string {
  return String(cases.filter((each) => each.outcome === outcome).length);
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}
