import { ts } from './compiler.ts';
import type { GivenName, Walk } from './visitor.ts';

/** Notes the name that a declaration gives to the function, class or object that it is initialised with. */
export function giveName(initializer: ts.Expression | undefined, given: GivenName, walk: Walk): void {
  if (!initializer) return;
  const value = unwrap(initializer);
  const wrapped = ts.isCallExpression(value) ? findWrapped(value) : undefined;
  if (wrapped) walk.names.set(wrapped, { ...given, by: 'wrapper' });
  else walk.names.set(value, given);
}

/** An expression without the parentheses around it and without what is said about its type. */
export function unwrap(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isParenthesizedExpression(node) || ts.isAssertionExpression(node) || ts.isSatisfiesExpression(node);
  return isWrapped ? unwrap(node.expression) : node;
}

/** The function in `memo(() => …)` or `memo(forwardRef(() => …))`: the variable's name is its name. */
function findWrapped({ expression, arguments: [first] }: ts.CallExpression): ts.Expression | undefined {
  if (!first || !isWrapper(expression)) return undefined;
  const value = unwrap(first);
  if (ts.isCallExpression(value)) return findWrapped(value);
  return ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : undefined;
}

/** `memo(…)` and `React.memo(…)` wrap a function; `items.map(…)` and `ITEMS.map(…)` use one. */
function isWrapper(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return true;
  const owner = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  return ts.isIdentifier(owner) && /^\p{Lu}.*\p{Ll}/u.test(owner.text);
}
