import { quietly } from '../quietly.ts';

/** What is read one after the other, the first of it from now on. */
export interface ReadAhead<T> {
  /** Only as often as there is something to read; also before the one before it is there. */
  readonly next: () => Promise<T>;
  /** Ends reading, whether or not all was read. */
  readonly close: () => Promise<unknown>;
}

/** Begins to read at once, whenever the first item is asked for. */
export function readAhead<T>(items: AsyncIterable<T>): ReadAhead<T> {
  const iterator = items[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<T>> | null = quietly(iterator.next());
  const next = async (): Promise<T> => {
    const item = first ?? iterator.next();
    first = null;
    return (await item).value as T;
  };
  return { next, close: async () => iterator.return?.() };
}
