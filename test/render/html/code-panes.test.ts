import { expect, it } from 'vitest';
import { renderPanes } from '../../../src/render/html/code-panes.ts';
import { toText } from '../../../src/render/html/markup.ts';
import { findElements, parseHtml } from '../../helpers/parse-html.ts';

const path = 'src/long.ts';
const after = Array.from({ length: 100 }, (_, index) => `line ${index + 1};`);
const before = after.toSpliced(60, 0, 'gone 1;', 'gone 2;');
const placeOf = (lines: readonly string[]) => ({ path, line: 1, endLine: lines.length });

it('shows a long function where lines were taken out of it, on both sides', () => {
  const panes = renderPanes(
    { places: { old: placeOf(before), new: placeOf(after) }, parts: [] },
    (_path, side) => (side === 'old' ? before : after),
    { path, isReview: false },
  );
  const page = parseHtml(panes ? toText(panes) : '');
  const [old, head] = findElements(page, 'figure').map(({ text }) => text);
  expect(old).toContain('line 60;\ngone 1;\ngone 2;\nline 61;');
  expect(head).toContain('line 59;\nline 60;\nline 61;\nline 62;');
  expect(head).not.toContain('line 20;');
});
