import { escapeText } from '../../text/escape-text.ts';
import { cutToWidth } from '../display-width.ts';
import type { Style } from './style.ts';

/** A line of an excerpt. */
export interface FrameLine {
  /** 1-based. */
  readonly line: number;
  /** What a finding is about, what its old side did not have, or what stands around it. */
  readonly kind: 'meant' | 'new' | 'around';
}

const tabWidth = 4;
/** Longer than any terminal is wide: of a minified file a line is all there is. */
const longestText = 1_000;

/**
 * Lines of code with their numbers, cut to the width: nothing of them reaches the terminal as a control character. The
 * bar beside a line is broken where lines are left out before it.
 * @param lines in the order of the file, each there in `code`
 * @param indent columns to the left of it
 */
export function renderCodeFrame(
  code: readonly string[],
  lines: readonly FrameLine[],
  indent: number,
  style: Style,
): readonly string[] {
  const texts = dedent(lines.map(({ line }) => expandTabs((code[line - 1] ?? '').slice(0, longestText))));
  const digits = String(lines.at(-1)?.line ?? 0).length;
  const { paint, symbols, width } = style;
  const start = ' '.repeat(indent);
  return lines.map(({ line, kind }, index) => {
    const { sign, paintNumber } = signs[kind](style);
    const gutter = `${sign} ${String(line).padStart(digits)}`;
    const room = width - indent - gutter.length - 3;
    const text = cutToWidth(escapeText(texts[index] ?? '').trimEnd(), room, symbols.ellipsis);
    const isGap = index > 0 && lines[index - 1]?.line !== line - 1;
    const bar = paint.dim(isGap ? symbols.gap : symbols.bar);
    return `${start}${paintNumber(gutter)} ${bar} ${text}`.trimEnd();
  });
}

const signs: Readonly<
  Record<
    FrameLine['kind'],
    (style: Style) => { readonly sign: string; readonly paintNumber: (text: string) => string }
  >
> = {
  meant: ({ paint }) => ({ sign: '>', paintNumber: paint.red }),
  new: ({ paint }) => ({ sign: '+', paintNumber: paint.yellow }),
  around: ({ paint }) => ({ sign: ' ', paintNumber: paint.dim }),
};

/** Every tab as spaces up to the next stop. Only indentation needs to be exact: there a character is a column. */
function expandTabs(text: string): string {
  let expanded = '';
  for (const part of text.split(/(\t)/)) {
    expanded += part === '\t' ? ' '.repeat(tabWidth - (expanded.length % tabWidth)) : part;
  }
  return expanded;
}

/** Without the indentation that all of them have. */
function dedent(texts: readonly string[]): readonly string[] {
  const indents = texts.filter((text) => text.trim() !== '').map((text) => text.search(/[^ ]/));
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return texts.map((text) => text.slice(common));
}
