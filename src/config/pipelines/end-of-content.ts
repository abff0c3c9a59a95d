import { isMap, isPair, isScalar, isSeq } from 'yaml';

/**
 * Where a line can be added behind a node: after its last line and the comments that belong to it.
 * @param column comments with at least so many spaces before them belong to the node
 * @returns an offset at the start of a line, or the end of the text
 */
export function endOfContent(text: string, node: unknown, column: number): number {
  let end = startOfNextLine(text, lastOffset(node));
  for (let next = end; next < text.length; ) {
    const line = text.slice(next, startOfNextLine(text, next + 1));
    const comment = /^( *)#/.exec(line);
    const belongs = comment !== null && (comment[1]?.length ?? 0) >= column;
    if (!belongs && line.trim() !== '') break;
    next += line.length;
    if (belongs) end = next;
  }
  return end;
}

/** Where the last word of a node ends; comments and empty lines behind it do not count. */
function lastOffset(node: unknown): number {
  if (isPair(node)) {
    const { key, value } = node;
    return hasText(value) ? lastOffset(value) : lastOffset(key);
  }
  if ((isMap(node) || isSeq(node)) && !node.flow) return lastOffset(node.items.at(-1));
  return (node as { range?: readonly number[] | null } | null)?.range?.[1] ?? 0;
}

function hasText(value: unknown): boolean {
  return (
    value !== null && value !== undefined && !(isScalar(value) && value.source === '' && value.value === null)
  );
}

/** The offset itself where a line starts there: a block of text ends with its line. */
function startOfNextLine(text: string, offset: number): number {
  if (offset === 0 || text[offset - 1] === '\n') return offset;
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed === -1 ? text.length : lineFeed + 1;
}
