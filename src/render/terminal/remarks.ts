import type { ExpectedChange, Report, SkippedFile, Suppression } from '../../model/report.ts';
import { wrapText } from '../display-width.ts';
import { cutList, type Style, sayHidden } from './style.ts';

/** Files that were not measured, those first that should have been. */
export function renderSkipped({ skipped }: Pick<Report, 'skipped'>, style: Style): readonly string[] {
  if (skipped.length === 0) return [];
  const ordered = [...skipped].sort((a, b) => Number(b.unmeasured) - Number(a.unmeasured));
  const { shown, hidden } = cutList(ordered, style);
  return [
    style.paint.bold(`Not measured (${skipped.length})`),
    ...shown.flatMap((file) => renderSkippedFile(file, style)),
    ...sayHidden(hidden, style),
  ];
}

export function renderWarnings({ warnings }: Pick<Report, 'warnings'>, style: Style): readonly string[] {
  if (warnings.length === 0) return [];
  const { paint, symbols } = style;
  const { shown, hidden } = cutList(warnings, style);
  return [
    paint.bold(`Warnings (${warnings.length})`),
    ...shown.flatMap((warning) => renderEntry(paint.yellow(symbols.warning), warning, style)),
    ...sayHidden(hidden, style),
  ];
}

/** Suppressions in force, those first that the change added. */
export function renderSuppressions(
  { suppressions }: Pick<Report, 'suppressions'>,
  style: Style,
): readonly string[] {
  if (suppressions.length === 0) return [];
  const added = suppressions.filter((suppression) => suppression.added).length;
  const ordered = [...suppressions].sort((a, b) => Number(b.added) - Number(a.added));
  const { shown, hidden } = cutList(ordered, style);
  return [
    style.paint.bold(`Suppressions (${suppressions.length}, ${added} of them added by this change)`),
    ...shown.flatMap((suppression) => renderSuppression(suppression, style)),
    ...sayHidden(hidden, style),
  ];
}

/** Files that history lets expect in the change. They warn of nothing that is sure, so the verdict does not count them. */
export function renderExpectedChanges(
  { expectedChanges }: Pick<Report, 'expectedChanges'>,
  style: Style,
): readonly string[] {
  if (expectedChanges.length === 0) return [];
  const { paint, symbols } = style;
  const { shown, hidden } = cutList(expectedChanges, style);
  return [
    `${paint.bold('Usually changed together')}, but not now (${expectedChanges.length})`,
    ...shown.flatMap((expected) =>
      renderEntry(paint.yellow(symbols.warning), describeExpectedChange(expected), style),
    ),
    ...sayHidden(hidden, style),
  ];
}

function describeExpectedChange({ path, expectedPath, sharedCommits, commits }: ExpectedChange): string {
  return `${expectedPath} changed in ${sharedCommits} of the ${commits} commits to ${path}`;
}

function renderSkippedFile({ path, line, reason, unmeasured }: SkippedFile, style: Style): readonly string[] {
  const { paint, symbols } = style;
  const place = line === null ? path : `${path}:${line}`;
  return unmeasured
    ? renderEntry(paint.red(symbols.cross), `${place}  could not be measured: ${reason}`, style)
    : renderEntry(paint.dim(symbols.dot), `${place}  ${reason}`, style);
}

function renderSuppression(suppression: Suppression, style: Style): readonly string[] {
  const { paint, symbols } = style;
  const { path, line, smell, added } = suppression;
  const about = `${path}:${line}  ${smell} in ${suppression.function ?? 'the file'}`;
  return added
    ? renderEntry(paint.yellow(symbols.warning), `${about}, added by this change`, style)
    : renderEntry(paint.dim(symbols.dot), about, style);
}

function renderEntry(mark: string, text: string, { width }: Style): readonly string[] {
  return wrapText(text, width - 4).map((line, index) => (index === 0 ? `  ${mark} ${line}` : `    ${line}`));
}
