import { visibleText } from './visible-text.ts';

/** The way from the root of a profile to a value: keys and list indexes. */
export type KeyPath = readonly (string | number)[];

const longestKey = 80;

/** The dotted form for a reader: `overrides[0].rules.complex-method`. */
export function dottedKey(path: KeyPath): string {
  return visibleText(path.map(step).join('').replace(/^\./, ''));
}

function step(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return `.${part.length > longestKey ? `${part.slice(0, longestKey)}…` : part}`;
}

/** The value at a path of plain data, or `undefined` where there is none. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}
