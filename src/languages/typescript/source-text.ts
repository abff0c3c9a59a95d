import { getTokenPosOfNode, type ts } from './compiler.ts';

/** Where a node begins behind the white space and comments before it. */
export const startOf = (node: ts.Node, file: ts.SourceFile): number => getTokenPosOfNode(node, file);

/** A node as written. */
export const textOf = (node: ts.Node, file: ts.SourceFile): string =>
  file.text.slice(startOf(node, file), node.end);
