import { type CST, Parser } from 'yaml';

/**
 * The index at which a YAML text nests deeper than a limit, or `null`. Goes level by level, without recursion:
 * the parser that builds the tree would exhaust the stack on a text of ten thousand brackets.
 */
export function findTooDeep(text: string, maxDepth: number): number | null {
  let level = [...new Parser().parse(text)].flatMap((token) =>
    token.type === 'document' && token.value ? [token.value] : [],
  );
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) level = level.flatMap(childrenOf);
  return level[0]?.offset ?? null;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (!('items' in token)) return [];
  return token.items
    .flatMap(({ key, value }) => [key, value])
    .filter((child) => child !== null && child !== undefined);
}
