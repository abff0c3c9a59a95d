import type { Report } from '../../model/report.ts';
import { wrapText } from '../display-width.ts';
import type { Style } from './style.ts';

/** More smells than this are not explained one by one. */
const mostExplained = 3;

/** Something to do: a sentence, or a command that can be pasted and what it is good for. */
export type Step = { readonly advice: string } | { readonly command: string; readonly purpose: string };

/** What a developer can do about a failed or incomplete run. */
export function renderNextSteps(report: Report, style: Style): readonly string[] {
  return renderSteps([...stepsForUnmeasured(report), ...stepsForGates(report)], style);
}

/** A list of things to do; nothing where there is none. */
export function renderSteps(steps: readonly Step[], style: Style): readonly string[] {
  if (steps.length === 0) return [];
  // A command that leaves no room for its purpose takes none from the others.
  const commandWidth = Math.max(
    0,
    ...steps.map((step) => (fitsBeside(step, style) ? step.command.length : 0)),
  );
  return [style.paint.bold('What to do'), ...steps.flatMap((step) => renderStep(step, commandWidth, style))];
}

type CommandStep = Extract<Step, { command: string }>;

function fitsBeside(step: Step, { symbols, width }: Style): step is CommandStep {
  if (!('command' in step)) return false;
  return `  ${symbols.arrow} `.length + step.command.length + 2 + step.purpose.length <= width;
}

function renderStep(step: Step, commandWidth: number, { paint, symbols, width }: Style): readonly string[] {
  const start = `  ${symbols.arrow} `;
  if ('advice' in step) {
    return wrapText(step.advice, width - start.length).map((line, index) =>
      index === 0 ? start + line : ' '.repeat(start.length) + line,
    );
  }
  const command = `${start}${paint.cyan(step.command)}`;
  const fits = start.length + Math.max(commandWidth, step.command.length) + 2 + step.purpose.length <= width;
  const fill = ' '.repeat(Math.max(0, commandWidth - step.command.length) + 2);
  return [fits ? command + fill + paint.dim(step.purpose) : command];
}

/** What to do about files that could not be measured and should have been. */
export function stepsForUnmeasured({ status, skipped }: Pick<Report, 'status' | 'skipped'>): readonly Step[] {
  if (status === 'passed' || !skipped.some(({ unmeasured }) => unmeasured)) return [];
  return [
    {
      advice:
        'Mend the files that could not be measured; or name them under files.exclude in the quality profile, or set files.unmeasured to warn there.',
    },
  ];
}

function stepsForGates({ gates }: Report): readonly Step[] {
  const violated = gates.filter(({ status }) => status === 'failed');
  const conditions = violated.flatMap((gate) => gate.conditions);
  if (conditions.length === 0) return [];
  const scoreIsShort = violated.some(
    ({ gate, conditions: own }) => gate !== 'coverage' && own.some(({ smell }) => smell === null),
  );
  const coverageIsShort = violated.some(({ gate }) => gate === 'coverage');
  const smells = mostFrequent(conditions.flatMap(({ smell }) => (smell === null ? [] : [smell])));
  return [
    ...(scoreIsShort
      ? [{ advice: 'Mend what is new or worse in the files named below, until their score is back.' }]
      : []),
    ...(coverageIsShort
      ? [
          {
            advice:
              'Test the new and changed lines of the files named below, and run the tests with coverage.',
          },
        ]
      : []),
    ...smells.map(explainSmell),
    { command: 'codescene-pr profile show', purpose: 'gates and limits in force' },
  ];
}

export function explainSmell(smell: string): Step {
  return { command: `codescene-pr explain ${smell}`, purpose: 'how to mend it' };
}

/** The most frequent first; of equally frequent ones the one that came first. */
export function mostFrequent(smells: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const smell of smells) counts.set(smell, (counts.get(smell) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostExplained)
    .map(([smell]) => smell);
}
