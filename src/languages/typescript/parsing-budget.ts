import { objectAllocator, setObjectAllocator, type ts } from './compiler.ts';

/** The parser makes far more nodes than a text of this length has. */
export class BudgetExceeded extends Error {}

let left = Number.POSITIVE_INFINITY;

class CountedNode extends objectAllocator.getNodeConstructor() {
  constructor(kind: ts.SyntaxKind, start: number, end: number) {
    super(kind, start, end);
    left -= 1;
    if (left < 0) throw new BudgetExceeded();
  }
}

setObjectAllocator({ getNodeConstructor: () => CountedNode });

/**
 * Parses with at most so many nodes, tokens and names aside. A parser that tries out what an ambiguous text could mean
 * can take twice as long for each level of it (`async (a = async (a = …`): counting ends that, and unlike a clock in the
 * same way everywhere.
 * @throws BudgetExceeded
 */
export function withinBudget<T>(nodes: number, parse: () => T): T {
  left = nodes;
  try {
    return parse();
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}
