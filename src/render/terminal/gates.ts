import type { GateCondition, GateResult, Report } from '../../model/report.ts';
import { displayWidth, padText, wrapText } from '../display-width.ts';
import { countOf } from '../plural.ts';
import { type Columns, layOutColumns, type Row, renderRow } from './rows.ts';
import { cutList, type Style, sayHidden } from './style.ts';

/**
 * The violated gates with every condition, then in short the gates that hold.
 * @param findings where the findings further down have their columns: conditions look like them.
 */
export function renderGates({ gates, summary }: Report, findings: Columns, style: Style): readonly string[] {
  const violated = gates.filter(({ status }) => status === 'failed');
  const own = layOutColumns(conditionRows(violated, style), style);
  const columns = { ...own, messageBeside: own.messageBeside && findings.messageBeside };
  return [
    ...violated.flatMap((gate) => renderViolatedGate(gate, columns, style)),
    ...listGates(gates, 'passed', 'passed', style),
    ...listGates(gates, 'not-applicable', 'not applicable', style),
    ...(style.all ? listGates(gates, 'off', 'off', style) : []),
    ...(violated.length > 0 ? sayWhatGotBetter(summary.findings, style) : []),
  ];
}

/** One line for each violated gate, below the verdict: its name, and where. */
export function summarizeViolations(gates: readonly ViolationSummary[], style: Style): readonly string[] {
  const violated = gates.filter(({ status }) => status === 'failed');
  const columns = Math.max(0, ...violated.map(({ gate }) => displayWidth(gate)));
  const { paint, symbols, width, link } = style;
  return violated.map(({ gate, conditions }) => {
    const start = `  ${paint.red(`${symbols.cross} ${padText(gate, columns)}`)}  `;
    const room = width - columns - 6;
    const [first] = conditions;
    const count = countOf(conditions.length, 'place');
    if (!first) return start.trimEnd();
    const place = placeOf(first);
    const more = conditions.length === 1 ? '' : ` and ${conditions.length - 1} more`;
    if (displayWidth(place + more) > room) return start + count;
    return start + link(paint.cyan(place), first) + more;
  });
}

type ViolationSummary = ViolatedGate & Pick<GateResult, 'status'>;

type ViolatedGate = Pick<GateResult, 'conditions'> & { readonly gate: string };

/** The rows of all violated conditions that are shown. */
export function conditionRows(gates: readonly ViolatedGate[], style: Style): readonly Row[] {
  return gates.flatMap(({ conditions }) =>
    cutList(conditions, style).shown.map((each) => toRow(each, style)),
  );
}

/** One violated gate with its conditions. */
export function renderViolatedGate(gate: ViolatedGate, columns: Columns, style: Style): readonly string[] {
  const { paint, symbols } = style;
  const { shown, hidden } = cutList(gate.conditions, style);
  return [
    `${paint.red(`${symbols.cross} gate ${paint.bold(gate.gate)}`)} is violated`,
    ...shown.flatMap((condition) => renderRow(toRow(condition, style), columns, style)),
    ...sayHidden(hidden, style),
  ];
}

function placeOf({ path, line }: Pick<GateCondition, 'path' | 'line'>): string {
  return line === null ? path : `${path}:${line}`;
}

function toRow(condition: GateCondition, { paint }: Style): Row {
  const { path, line, smell, message } = condition;
  const place = placeOf(condition);
  return { mark: '', paintMark: paint.red, place, target: { path, line }, smell: smell ?? '', message };
}

function listGates(
  gates: readonly GateResult[],
  status: GateResult['status'],
  label: string,
  { paint, symbols, width }: Style,
): readonly string[] {
  const names = gates.filter((gate) => gate.status === status).map(({ gate }) => gate);
  if (names.length === 0) return [];
  const mark = status === 'passed' ? paint.green(symbols.tick) : paint.dim(symbols.dot);
  const lines = wrapText(`${label}: ${names.join(', ')}`, width - 2);
  return lines.map((line, index) => `${index === 0 ? mark : ' '} ${paint.dim(line)}`);
}

function sayWhatGotBetter(
  { improved, fixed }: Report['summary']['findings'],
  { paint, symbols }: Style,
): readonly string[] {
  const better = improved + fixed;
  if (better === 0) return [];
  const parts = [improved > 0 ? `${improved} improved` : '', fixed > 0 ? `${fixed} fixed` : ''];
  const text = `${countOf(better, 'finding')}: ${parts.filter(Boolean).join(', ')}`;
  return [paint.green(`${symbols.up} what got better: ${text}`)];
}
