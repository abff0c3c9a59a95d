import { visibleText } from './visible-text.ts';

const longestQuote = 40;

/** A value of a profile in words for a reader: `the text "yes"`, `the number 3`, `a list`. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return describeKind(value);
}

/** Like `describeValue`, without what is written: for places that may hold a credential. */
export function describeKind(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return 'other text';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'number' ? 'a number' : String(value);
}

function shorten(text: string): string {
  const characters = Array.from(visibleText(text));
  const start = characters.slice(0, longestQuote).join('');
  return characters.length > longestQuote ? `${start}…` : start;
}
