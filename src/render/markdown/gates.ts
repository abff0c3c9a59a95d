import type { Finding, GateCondition, GateResult, Report } from '../../model/report.ts';
import { worstConditionsFirst } from '../../report/worst-first.ts';
import { roundValue } from '../../text/round-value.ts';
import { joinWords } from '../join-words.ts';
import type { Section } from './document.ts';
import type { ShowPlace } from './place.ts';
import { code, prose } from './text.ts';

/** A gate of a check or of a review. */
type AnyGate = Pick<GateResult, 'status' | 'conditions'> & { readonly gate: string };

/** The function that a condition is about, where it is about one. */
type FunctionOf = (condition: GateCondition) => string | null;

/** Each violated gate with its conditions, the worst first, then in short the others that are on. */
export function gateSections(
  gates: readonly AnyGate[],
  files: readonly FileWithFindings[],
  show: ShowPlace,
): readonly Section[] {
  const functionOf = findFunctions(files);
  const violated = gates.filter(({ status }) => status === 'failed');
  return [...violated.map((gate) => violatedSection(gate, functionOf, show)), ...otherGates(gates)];
}

interface FileWithFindings {
  readonly path: string;
  readonly findings: readonly Finding[];
}

function findFunctions(files: readonly FileWithFindings[]): FunctionOf {
  const functions = new Map(
    files.flatMap(({ path, findings }) =>
      findings.map((finding) => [placeKey(path, finding.smell, finding.line), finding.function] as const),
    ),
  );
  return ({ path, smell, line }) => functions.get(placeKey(path, smell, line)) ?? null;
}

function placeKey(path: string, smell: string | null, line: number | null): string {
  return JSON.stringify([path, smell, line]);
}

function violatedSection({ gate, conditions }: AnyGate, functionOf: FunctionOf, show: ShowPlace): Section {
  return {
    title: `gate ${gate}`,
    head: [`**✗ Gate ${code(gate)} is violated**`],
    rows: worstConditionsFirst(conditions).map(
      (condition) => `- ${describeCondition(condition, functionOf, show)}`,
    ),
    rowNoun: ['violation'],
    isRequired: true,
  };
}

function describeCondition(condition: GateCondition, functionOf: FunctionOf, show: ShowPlace): string {
  const { path, line, message } = condition;
  return `${show(path, line)} – ${prose(message, functionOf(condition))}${describeValues(condition)}`;
}

/** What was measured and its limit, where the message does not say both; that of a score or a share always does. */
function describeValues({ smell, measured, limit, message }: GateCondition): string {
  if (smell === null) return '';
  const said = new Set([...message.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number)));
  if (said.has(roundValue(measured)) && said.has(roundValue(limit))) return '';
  return ` (measured ${roundValue(measured)}, limit ${roundValue(limit)})`;
}

function otherGates(gates: readonly AnyGate[]): readonly Section[] {
  const named = (status: GateResult['status']) =>
    gates.filter((gate) => gate.status === status).map(({ gate }) => code(gate));
  const passed = named('passed');
  const notApplicable = named('not-applicable');
  const isNoneLeft =
    notApplicable.length > 0 && gates.every(({ status }) => status === 'off' || status === 'not-applicable');
  if (isNoneLeft) return [{ title: 'gates', head: ['No gate applies to this change.'], isRequired: true }];
  const lines = [
    ...(passed.length === 0 ? [] : [`✓ Passed: ${joinWords(passed)}.`]),
    ...(notApplicable.length === 0 ? [] : [`Not applicable: ${joinWords(notApplicable)}.`]),
  ];
  return lines.length === 0 ? [] : [{ title: 'gates', head: [lines.join(' ')], isRequired: true }];
}

/** Tells whether a violated gate names a finding, which then needs no second line. */
export function namedByGates({ gates }: Report): (path: string, smell: string, line: number) => boolean {
  const conditions = gates.filter(({ status }) => status === 'failed').flatMap((gate) => gate.conditions);
  const named = new Set(conditions.map(({ path, smell, line }) => placeKey(path, smell, line)));
  return (path, smell, line) => named.has(placeKey(path, smell, line));
}
