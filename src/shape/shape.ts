/** What is wrong with data, and where in it. */
export interface Misfit {
  /** Keys and indexes from the outside in; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** One sentence without a full stop. */
  readonly message: string;
}

/**
 * A check of data from outside that says the first thing wrong, or `null` where the data is a `T`. Nothing is copied:
 * that is what makes it quick enough for results by the thousand.
 */
export type Shape<T> = ((value: unknown) => Misfit | null) & { readonly holds?: T };

export const misfit = (message: string, ...path: readonly (string | number)[]): Misfit => ({ path, message });

const within = (key: string | number, { path, message }: Misfit): Misfit => ({
  path: [key, ...path],
  message,
});

/** Both ends are allowed. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

export function wholeNumber({ lowest, highest }: Range): Shape<number> {
  const problem = misfit(`expected a whole number from ${lowest} to ${highest}`);
  return (value) =>
    Number.isInteger(value) && (value as number) >= lowest && (value as number) <= highest ? null : problem;
}

/** Any number from 0 to 1. */
export const share: Shape<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? null : misfit('expected a number from 0 to 1');

export const text: Shape<string> = (value) => (typeof value === 'string' ? null : misfit('expected a text'));

export const flag: Shape<boolean> = (value) =>
  typeof value === 'boolean' ? null : misfit('expected true or false');

/** One of these words. */
export function word<T extends string>(...words: readonly T[]): Shape<T> {
  const known: ReadonlySet<unknown> = new Set(words);
  const problem = misfit(`expected one of: ${words.join(', ')}`);
  return (value) => (known.has(value) ? null : problem);
}

/** Either of both; what is wrong is said of the second. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value) => (first(value) === null ? null : second(value));
}

export const nothing: Shape<null> = (value) => (value === null ? null : misfit('expected null'));

/** A list of at most so many. */
export function listOf<T>(item: Shape<T>, longest = Number.POSITIVE_INFINITY): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return misfit('expected a list');
    const tooLong = misfitLength(value, longest);
    if (tooLong) return tooLong;
    for (let index = 0; index < value.length; index++) {
      const problem = item(value[index]);
      if (problem) return within(index, problem);
    }
    return null;
  };
}

/** A list of at most so many whole numbers: in one loop, because there are very many. */
export function wholeNumbers(range: Range, longest: number): Shape<readonly number[]> {
  const list = listOf(wholeNumber(range), longest);
  return (value) => (areWholeNumbers(value, range) ? misfitLength(value, longest) : list(value));
}

function areWholeNumbers(value: unknown, { lowest, highest }: Range): value is readonly number[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    if (typeof item !== 'number' || !(item >= lowest && item <= highest) || item % 1 !== 0) return false;
  }
  return true;
}

const misfitLength = ({ length }: readonly unknown[], longest: number): Misfit | null =>
  length > longest ? misfit(`expected at most ${longest}`) : null;

/** An object with exactly these keys. */
export function recordOf<T extends object>(
  shapes: {
    readonly [Key in keyof T]-?: Shape<T[Key]>;
  },
): Shape<T> {
  const keys = Object.keys(shapes);
  const checks = Object.values<Shape<unknown>>(shapes);
  return (value) => {
    if (!isObject(value)) return misfit('expected an object');
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as string;
      const item = value[key];
      // JSON has no undefined.
      if (item === undefined) return misfit('is missing', key);
      const problem = checks[index]?.(item);
      if (problem) return within(key, problem);
    }
    return Object.keys(value).length === keys.length ? null : misfitKey(value, shapes);
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || Array.isArray(value)) return false;
  return typeof value === 'object';
}

function misfitKey(value: object, shapes: object): Misfit {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shapes, key));
  return misfit(`unknown key ${JSON.stringify(unknown)}`);
}
