import type { GateCondition, Report, SkippedFile } from '../model/report.ts';
import type { ReviewReport } from '../model/review.ts';
import { gateWords } from './gate-words.ts';
import { groupBy } from './group-by.ts';
import { renderSuites, type TestCase, type TestSuite } from './junit/xml.ts';
import { countOf } from './plural.ts';
import type { Renderer } from './renderer.ts';

/**
 * JUnit XML, for the tab of a build that shows tests: one suite a gate, in which every file that violates the gate is a
 * test that fails; one more for files that could not be measured.
 */
export const junit: Renderer = {
  id: 'junit',
  render: (report) => renderSuites('codescene-pr check', toSuites(report)),
  renderReview: (review) => renderSuites('codescene-pr review', toSuites(review)),
};

type Gate = (Report | ReviewReport)['gates'][number];

function toSuites(report: Report | ReviewReport): readonly TestSuite[] {
  const gates: readonly Gate[] = report.gates;
  const isCreated = 'kind' in report && report.ratchet !== null && report.ratchet.floor === null;
  return [
    measurementSuite(report),
    ...gates.map((gate) => ({
      name: gate.gate,
      cases:
        gate.gate === 'ratchet' && isCreated ? [skippedCase(gate, 'There is no floor yet.')] : toCases(gate),
    })),
  ];
}

function toCases(gate: Gate): readonly TestCase[] {
  const { status, conditions } = gate;
  if (status === 'off') return [skippedCase(gate, 'The gate is off.')];
  if (status === 'not-applicable') return [skippedCase(gate, 'Nothing that the gate judges is there.')];
  if (status === 'passed') return [{ name: gateWords[gate.gate], outcome: 'passed' }];
  return [...groupBy(conditions, ({ path }) => path)].map(([path, violated]) => toFailure(path, violated));
}

function skippedCase({ gate }: Pick<Gate, 'gate'>, message: string): TestCase {
  return { name: gateWords[gate], outcome: 'skipped', message };
}

/** The name is the path alone, so that the test is the same from run to run. */
function toFailure(path: string, conditions: readonly GateCondition[]): TestCase {
  const [first] = conditions;
  const count = countOf(conditions.length, 'condition is', 'conditions are');
  return {
    name: path,
    outcome: 'failure',
    message: conditions.length === 1 && first ? first.message : `${count} violated.`,
    details: conditions.map(describeCondition),
  };
}

function describeCondition({ path, line, smell, message }: GateCondition): string {
  const place = line === null ? path : `${path}:${line}`;
  return smell === null ? `${place}  ${message}` : `${place}  ${smell}  ${message}`;
}

/** An analysis with a hole must not look like one without: what is missing is an error, or skipped where accepted. */
function measurementSuite({ skipped, status }: Report | ReviewReport): TestSuite {
  const unmeasured = skipped.filter((file) => file.unmeasured);
  const cases = unmeasured.map(({ path, reason, line }: SkippedFile): TestCase => {
    const place = line === null ? path : `${path}:${line}`;
    const message = `The file could not be measured: ${reason}`;
    return status === 'passed'
      ? { name: path, outcome: 'skipped', message }
      : { name: path, outcome: 'error', message, details: [`${place}  ${reason}`] };
  });
  const whole: TestCase = { name: 'Every file of a supported type is measured.', outcome: 'passed' };
  return { name: 'measurement', cases: cases.length === 0 ? [whole] : cases };
}
