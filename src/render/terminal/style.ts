import { Chalk, type ChalkInstance } from 'chalk';
import type { RenderOptions } from '../renderer.ts';

const unicodeSymbols = {
  cross: '✗',
  tick: '✓',
  up: '↑',
  down: '↓',
  arrow: '→',
  minus: '−',
  times: '×',
  rule: '─',
  dot: '·',
  warning: '⚠',
  ellipsis: '…',
} as const;

const asciiSymbols: Readonly<Record<keyof typeof unicodeSymbols, string>> = {
  cross: 'x',
  tick: '+',
  up: '^',
  down: 'v',
  arrow: '->',
  minus: '-',
  times: 'x',
  rule: '-',
  dot: '-',
  warning: '!',
  ellipsis: '...',
};

/** How the terminal report looks: options, colours and symbols. */
export interface Style {
  readonly width: number;
  readonly all: boolean;
  readonly paint: ChalkInstance;
  readonly symbols: Readonly<Record<keyof typeof unicodeSymbols, string>>;
}

/** Paints nothing: for measuring. */
export const plain: ChalkInstance = new Chalk({ level: 0 });

/** Every list but the findings ends after so many entries, unless all are wanted. */
const longestList = 10;

export function createStyle({ color, width, unicode = true, all = false }: RenderOptions): Style {
  return {
    width: Math.min(200, Math.max(60, width)),
    all,
    // Level 1: the sixteen colours, which follow the reader's theme.
    paint: new Chalk({ level: color ? 1 : 0 }),
    symbols: unicode ? unicodeSymbols : asciiSymbols,
  };
}

export interface CutList<T> {
  readonly shown: readonly T[];
  readonly hidden: number;
}

/** The first entries of a list, and how many are left out. */
export function cutList<T>(entries: readonly T[], { all }: Style): CutList<T> {
  const shown = all ? entries : entries.slice(0, longestList);
  return { shown, hidden: entries.length - shown.length };
}

/** The line below a list that was cut; none where nothing is left out. */
export function sayHidden(hidden: number, { symbols, paint }: Style, indent = '  '): readonly string[] {
  return hidden === 0 ? [] : [paint.dim(`${indent}${symbols.ellipsis} and ${hidden} more`)];
}
