import type { Limit, Smell } from '../smells/define-smell.ts';
import { limitKey } from '../smells/limit-key.ts';
import { wrapText } from './display-width.ts';

const indentation = '  ';

/** The documentation of one smell as a page of text, at most `width` columns wide but for code. */
export function renderSmellPage(smell: Smell, width: number): string {
  const paragraph = (text: string) => wrapText(text, width).join('\n');
  const sections = [
    `${smell.name} (${smell.id}, ${smell.severity}, ${smell.level} level)`,
    paragraph(smell.summary),
    `Why it matters\n${paragraph(smell.why)}`,
    `What to do\n${paragraph(smell.fix)}`,
    `Limits\n${Object.entries(smell.limits)
      .map(([name, limit]) => renderLimit(name, limit, width))
      .join('\n')}`,
    ...(smell.notes.length === 0
      ? []
      : [`Good to know\n${smell.notes.map((note) => paragraph(note)).join('\n')}`]),
    `Smells${renderExampleLimits(smell)}\n${renderCode(smell.examples.bad)}`,
    `Better\n${renderCode(smell.examples.good)}`,
    `Suppress it\n${indentation}// @codescene(disable:"${smell.name}")\n${paragraph(describeScope(smell))}`,
    `Read more\n${smell.references.map((reference) => indentation + reference).join('\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function describeScope({ level }: Smell): string {
  return level === 'function'
    ? 'Above a function it holds for the function, at the top of a file for all functions of the file.'
    : 'It stands at the top of the file.';
}

/** Every smell, a line each. */
export function renderSmellList(smells: readonly Smell[]): string {
  const idWidth = Math.max(...smells.map(({ id }) => id.length));
  const rows = smells.map(
    ({ id, severity, summary }) => `${id.padEnd(idWidth)}  ${severity.padEnd(8)}  ${summary}`,
  );
  return `${rows.join('\n')}\n`;
}

function renderLimit(name: string, limit: Limit, width: number): string {
  const text = wrapText(limit.description, width - 2 * indentation.length);
  return [
    `${indentation}${limitKey(name)}: ${limit.default} (${limit.unit})`,
    ...text.map((line) => indentation.repeat(2) + line),
  ].join('\n');
}

/** Some smells need a limit of their own to show themselves in an example that fits on a page. */
function renderExampleLimits({ examples: { limits = {} } }: Smell): string {
  const texts = Object.entries(limits).map(([name, value]) => `${limitKey(name)}: ${value}`);
  return texts.length === 0 ? '' : ` (with ${texts.join(', ')})`;
}

function renderCode(code: string): string {
  return code
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : indentation + line))
    .join('\n');
}
