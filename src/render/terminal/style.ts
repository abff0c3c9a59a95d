import { Chalk, type ChalkInstance } from 'chalk';
import type { SourceCode } from '../../model/source-code.ts';
import type { RenderOptions } from '../renderer.ts';
import { type ExactPath, exactPaths } from './exact-paths.ts';

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
  bar: '│',
  gap: '⋮',
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
  bar: '|',
  gap: ':',
};

/** How the terminal report looks: options, colours and symbols. */
export interface Style {
  readonly width: number;
  readonly all: boolean;
  readonly paint: ChalkInstance;
  readonly symbols: Readonly<Record<keyof typeof unicodeSymbols, string>>;
  /** A text that leads to a file of the report where the terminal can follow; else the text. */
  readonly link: (text: string, target: LinkTarget) => string;
  /** The code of a file of the report, by the path that is shown. */
  readonly code: SourceCode;
}

/** A place in a file, by the path that is shown. */
export interface LinkTarget {
  readonly path: string;
  /** 1-based, of the new side; `null` where no line of it is meant. */
  readonly line: number | null;
}

/** Paints nothing: for measuring. */
export const plain: ChalkInstance = new Chalk({ level: 0 });

/** Every list ends after so many entries, unless all are wanted. */
const longestList = 10;

/** @param exactPath knows the files of the report; without, no code is shown and nothing is linked */
export function createStyle(options: RenderOptions, exactPath: ExactPath = exactPaths([])): Style {
  const { color, width, unicode = true, all = false, link, code } = options;
  const find = <T>(shown: string, at: (path: string) => T | null): T | null => {
    const path = exactPath(shown);
    return path === null ? null : at(path);
  };
  return {
    width: Math.min(200, Math.max(60, width)),
    all,
    // Level 1: the sixteen colours, which follow the reader's theme.
    paint: new Chalk({ level: color ? 1 : 0 }),
    symbols: unicode ? unicodeSymbols : asciiSymbols,
    link: (text, { path, line }) => {
      const address = find(path, (exact) => link?.(exact, line) ?? null);
      return address === null || !plainAddress.test(address) ? text : linkTo(address, text);
    },
    code: (shown, side) => find(shown, (path) => code?.(path, side) ?? null),
  };
}

/** Nothing in it ends the sequence or its field. */
const plainAddress = /^[\x21-\x3a\x3c-\x7e]+$/;

/** OSC 8 as "Hyperlinks in Terminal Emulators" defines it, ended by ST. */
function linkTo(address: string, text: string): string {
  const sequence = (to: string) => `\u001b]8;;${to}\u001b\\`;
  return sequence(address) + text + sequence('');
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
  return hidden === 0 ? [] : [paint.dim(`${indent}${symbols.ellipsis} and ${hidden} more (--all)`)];
}
