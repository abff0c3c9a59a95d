/**
 * The only file that loads the compiler: everything else takes it from here. The build leaves out of the compiler what
 * is not named in this folder after `ts.` or `undeclared.`, the language service among it, whose methods of nodes
 * (`getStart`, `getText`, …) are therefore missing although they are declared: see source-text.ts.
 */
import { ts } from 'ts-morph';

export { ts };

type NodeConstructor = new (kind: ts.SyntaxKind, start: number, end: number) => ts.Node;

/** Exported by the compiler, and no part of its declared API. */
interface Undeclared {
  /** What makes the nodes. */
  readonly objectAllocator: {
    readonly getNodeConstructor: () => NodeConstructor;
    readonly getIdentifierConstructor: () => NodeConstructor;
    readonly getPrivateIdentifierConstructor: () => NodeConstructor;
  };
  readonly setObjectAllocator: (allocator: Partial<Undeclared['objectAllocator']>) => void;
  readonly getTokenPosOfNode: (node: ts.Node, file: ts.SourceFile) => number;
}

const undeclared = ts as typeof ts & Undeclared;

export const objectAllocator = undeclared.objectAllocator;
export const setObjectAllocator = undeclared.setObjectAllocator;
export const getTokenPosOfNode = undeclared.getTokenPosOfNode;

const Identifier = withText(objectAllocator.getIdentifierConstructor());
const PrivateIdentifier = withText(objectAllocator.getPrivateIdentifierConstructor());
setObjectAllocator({
  getIdentifierConstructor: () => Identifier,
  getPrivateIdentifierConstructor: () => PrivateIdentifier,
});

/** The parser alone gives names an escaped text, and the language service the declared one. */
function withText(named: NodeConstructor): NodeConstructor {
  class WithText extends named {}
  Object.defineProperty(WithText.prototype, 'text', {
    get(this: ts.Identifier | ts.PrivateIdentifier) {
      return ts.idText(this);
    },
  });
  return WithText;
}
