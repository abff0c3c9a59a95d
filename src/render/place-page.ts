import type { PlaceExplanation, PricedFinding } from '../model/place.ts';
import type { ReportedFunction } from '../model/report.ts';
import { sumPoints } from '../score/index.ts';
import type { Smell } from '../smells/index.ts';
import { escapeStrings } from '../text/escape-text.ts';
import { roundValue } from '../text/round-value.ts';
import { wrapText } from './display-width.ts';
import { formatPenaltyPoints } from './penalty-points.ts';
import { countOf } from './plural.ts';
import type { RenderOptions } from './renderer.ts';
import { renderCodeFrame } from './terminal/code-frame.ts';
import { exactPaths } from './terminal/exact-paths.ts';
import { describeScore } from './terminal/review/score.ts';
import { createStyle, type Style } from './terminal/style.ts';

const indent = '  ';

/** What stands in a file or at a line, with what to do about it, as a page of text. */
export function renderPlacePage(
  explanation: PlaceExplanation,
  smells: readonly Smell[],
  options: RenderOptions,
): string {
  const place = escapeStrings(explanation);
  const style = createStyle(options, exactPaths([explanation.path]));
  const sections = [
    renderHead(place, style),
    ...renderCode(place, style),
    ...renderFindings(place, smells, style),
    ...renderFileFindings(place, smells, style),
    ...renderSuppressed(place, style),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function renderHead(place: PlaceExplanation, style: Style): readonly string[] {
  const { path, line, score, source, profile, excludedBy, functions } = place;
  const { paint } = style;
  const title = paint.bold(line === null ? path : `${path}:${line}`);
  const excluded =
    excludedBy === null
      ? []
      : [`excluded by the profile's pattern "${excludedBy}": check and review skip it`];
  const around = line === null ? [countOf(functions.length, 'function')] : describeFunctions(functions);
  return [
    `${title}  ${describeScore(score, style)}`,
    ...[...around, `read from ${source}, judged by ${profile.name} (${profile.origin})`, ...excluded].flatMap(
      (text) => paragraph(text, style, indent),
    ),
  ];
}

/** The line that was asked for with its neighbours, and how its function begins. */
function renderCode(
  { path, line, functions }: PlaceExplanation,
  style: Style,
): readonly (readonly string[])[] {
  const code = style.code(path, 'new');
  if (code === null || line === null) return [];
  const head = functions.at(-1)?.line;
  const around = [line - 1, line, line + 1].filter((each) => each >= 1 && each <= code.length);
  const lines = [...new Set(head === undefined || head > line ? around : [head, ...around])]
    .sort((a, b) => a - b)
    .map((each) => ({ line: each, kind: each === line ? ('meant' as const) : ('around' as const) }));
  return [renderCodeFrame(code, lines, indent.length, style)];
}

function describeFunctions(functions: readonly ReportedFunction[]): readonly string[] {
  return functions.length === 0 ? ['outside of every function'] : functions.map(describeFunction);
}

function describeFunction(fn: ReportedFunction): string {
  const numbers = [
    `cyclomatic complexity ${fn.cyclomaticComplexity}`,
    `${countOf(fn.linesOfCode, 'line')} of code`,
    `nesting depth ${fn.maxNestingDepth}`,
    countOf(fn.bumps, 'bump'),
    countOf(fn.parameters, 'parameter'),
    ...(fn.counted ? [] : ['not counted in the score']),
  ];
  return `in ${fn.name}, lines ${fn.line} to ${fn.endLine}: ${numbers.join(', ')}`;
}

function renderFindings(
  { findings, suppressed, line }: PlaceExplanation,
  smells: readonly Smell[],
  style: Style,
): readonly (readonly string[])[] {
  if (findings.length > 0) return renderBySmell(findings, smells, style);
  const place = line === null ? 'in its functions' : 'here';
  const isSuppressed = suppressed.some(({ finding }) => finding.function !== null);
  return [[`Nothing is found ${place}${isSuppressed ? ' but what comments suppress' : ''}.`]];
}

function renderFileFindings(
  { fileFindings }: PlaceExplanation,
  smells: readonly Smell[],
  style: Style,
): readonly (readonly string[])[] {
  if (fileFindings.length === 0) return [];
  return [[style.paint.bold('In the file as a whole')], ...renderBySmell(fileFindings, smells, style)];
}

function renderSuppressed({ suppressed }: PlaceExplanation, style: Style): readonly (readonly string[])[] {
  if (suppressed.length === 0) return [];
  const entries = suppressed.flatMap(({ finding, commentLine }) => {
    const { smell, message, line, endLine } = finding;
    return [
      ...paragraph(`${style.symbols.dot} ${smell}: ${message}`, style, indent),
      ...paragraph(
        `${describeLines(line, endLine)}: suppressed by the comment in line ${commentLine}; costs nothing`,
        style,
        indent.repeat(2),
      ),
    ];
  });
  return [[style.paint.bold('Suppressed'), ...entries]];
}

/** The findings of each smell together, so that its advice stands there once. */
function renderBySmell(
  findings: readonly PricedFinding[],
  smells: readonly Smell[],
  style: Style,
): readonly (readonly string[])[] {
  const ids = [...new Set(findings.map(({ finding }) => finding.smell))];
  return ids.map((id) => {
    const same = findings.filter(({ finding }) => finding.smell === id);
    const fix = smells.find((smell) => smell.id === id)?.fix ?? '';
    return [
      ...renderTitle(same, style),
      ...same.flatMap((priced) => renderFinding(priced, style)),
      ...paragraph(`What to do: ${fix}`, style, indent),
    ];
  });
}

function renderTitle([first]: readonly PricedFinding[], { paint }: Style): readonly string[] {
  if (!first) return [];
  const { smell, name, severity } = first.finding;
  return [`${paint.bold(name)} (${smell}, ${severity})`];
}

function renderFinding(priced: PricedFinding, style: Style): readonly string[] {
  const { line, endLine, message, measured, limit } = priced.finding;
  const numbers = `measured ${roundValue(measured)}, limit ${roundValue(limit)}; ${describeCost(priced)}`;
  return [
    ...paragraph(`${style.symbols.cross} ${message}`, style, indent),
    ...paragraph(`${describeLines(line, endLine)}: ${numbers}`, style, indent.repeat(2)),
  ];
}

function describeLines(line: number, endLine: number): string {
  return line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`;
}

function describeCost({ penaltyPoints, sharedPoints, ofItsKind }: PricedFinding): string {
  const own =
    ofItsKind === 1 ? sumPoints([{ penaltyPoints }, { penaltyPoints: sharedPoints }]) : penaltyPoints;
  const together = ofItsKind === 1 ? 0 : sharedPoints;
  const parts = [
    ...(own === 0 ? [] : [formatPenaltyPoints(own)]),
    ...(together === 0
      ? []
      : [`${formatPenaltyPoints(together)} together with the file's other findings of this smell`]),
  ];
  return parts.length === 0 ? 'costs nothing by itself' : `costs ${parts.join(', and ')}`;
}

function paragraph(text: string, { width }: Style, start: string): readonly string[] {
  return wrapText(text, width - start.length).map((line) => start + line);
}
