import type { Diagnosis, DiagnosisLine, DiagnosisSection, Mark, Remedy } from '../model/diagnosis.ts';
import { escapeStrings } from '../text/escape-text.ts';
import { displayWidth, padText, wrapText } from './display-width.ts';
import { countOf } from './plural.ts';
import type { RenderOptions } from './renderer.ts';
import { createStyle, type Style } from './terminal/style.ts';

/** What `doctor` says, for people at a terminal: section by section, the verdict last, as logs are read from their end. */
export function renderDiagnosis(diagnosis: Diagnosis, options: RenderOptions): string {
  const { sections, isReady } = escapeStrings(diagnosis);
  const style = createStyle(options);
  const lines = sections.flatMap((section) => section.lines);
  const blocks = [
    ...sections.map((section) => renderSection(section, style)),
    [renderVerdict(lines, isReady, style)],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function renderSection({ title, lines }: DiagnosisSection, style: Style): readonly string[] {
  const subject = Math.max(0, ...lines.map((line) => displayWidth(line.subject)));
  return [style.paint.bold(title), ...lines.flatMap((line) => renderLine(line, subject, style))];
}

const margin = '  ';

function renderLine(line: DiagnosisLine, subject: number, style: Style): readonly string[] {
  const mark = signOf(line.mark, style);
  const start = margin.length + displayWidth(plainSignOf(line.mark, style)) + 1 + subject + margin.length;
  const indent = ' '.repeat(start);
  const [first = '', ...rest] = wrapText(line.found, style.width - start);
  return [
    `${margin}${mark} ${style.paint.dim(padText(line.subject, subject))}${margin}${first}`,
    ...rest.map((text) => indent + text),
    ...line.remedies.flatMap((remedy) => renderRemedy(remedy, indent, style)),
  ];
}

/** What can be copied is not broken into lines. */
function renderRemedy({ say, paste = [] }: Remedy, indent: string, style: Style): readonly string[] {
  const { symbols, paint, width } = style;
  const arrow = `${symbols.arrow} `;
  const hanging = indent + ' '.repeat(arrow.length);
  return [
    ...wrapText(say, width - hanging.length).map((text, index) =>
      index === 0 ? indent + paint.cyan(arrow) + text : hanging + text,
    ),
    ...paste.map((text) => hanging + margin + paint.cyan(text)),
  ];
}

function plainSignOf(mark: Mark, { symbols }: Style): string {
  return { ok: symbols.tick, warning: symbols.warning, missing: symbols.cross }[mark];
}

function signOf(mark: Mark, style: Style): string {
  const { paint } = style;
  const color = { ok: paint.green, warning: paint.yellow, missing: paint.red }[mark];
  return color(plainSignOf(mark, style));
}

function renderVerdict(lines: readonly DiagnosisLine[], isReady: boolean, style: Style): string {
  const { paint, symbols } = style;
  const count = (mark: Mark) => lines.filter((line) => line.mark === mark).length;
  const warnings = count('warning');
  const more = warnings === 0 ? '' : ` ${paint.yellow(`with ${countOf(warnings, 'warning')}`)}`;
  if (isReady) return `${paint.green.bold(`${symbols.tick} READY`)}${more}`;
  return `${paint.red.bold(`${symbols.cross} NOT READY`)}  ${countOf(count('missing'), 'thing')} missing${more}`;
}
