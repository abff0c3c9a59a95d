import type { Report } from '../../model/report.ts';
import { wrapText } from '../display-width.ts';
import { adviseOnGates, hasUnmeasured, mendUnmeasured } from '../next-step-words.ts';
import type { Style } from './style.ts';

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
export function stepsForUnmeasured(report: Pick<Report, 'status' | 'skipped'>): readonly Step[] {
  return hasUnmeasured(report) ? [{ advice: mendUnmeasured }] : [];
}

function stepsForGates({ gates }: Report): readonly Step[] {
  const { sentences, smells } = adviseOnGates(gates);
  if (sentences.length + smells.length === 0) return [];
  return [
    ...sentences.map((advice) => ({ advice })),
    ...smells.map(explainSmell),
    { command: 'codescene-pr profile show', purpose: 'gates and limits in force' },
  ];
}

export function explainSmell(smell: string): Step {
  return { command: `codescene-pr explain ${smell}`, purpose: 'how to mend it' };
}
