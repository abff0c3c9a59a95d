import { ts } from './compiler.ts';

/** A table by kind of node: it is asked for every node, and an array answers three times as fast as a map. */
export function indexByKind<T>(entries: Iterable<readonly [ts.SyntaxKind, T]>): readonly (T | undefined)[] {
  const byKind = new Array<T | undefined>(ts.SyntaxKind.Count).fill(undefined);
  for (const [kind, value] of entries) byKind[kind] = value;
  return byKind;
}
