import { ts } from './compiler.ts';
import { startOf, textOf } from './source-text.ts';

type Overloadable = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;

/** Where each overload of a file begins, with where its implementation does. */
export function mapOverloads(file: ts.SourceFile): ReadonlyMap<number, number> {
  const implementations = new Map<number, number>();
  const visit = (node: ts.Node): void => ts.forEachChild(node, visit, visitList);
  visit(file);
  return implementations;

  function visitList(nodes: ts.NodeArray<ts.Node>): void {
    let overloads: Overloadable[] = [];
    for (const node of nodes) {
      const [first] = overloads;
      if (first && !(isOverloadable(node) && isNamesake(first, node))) overloads = [];
      if (isOverloadable(node) && !node.body) overloads.push(node);
      else {
        for (const overload of overloads) implementations.set(startOf(overload, file), startOf(node, file));
        overloads = [];
      }
      visit(node);
    }
  }

  function isNamesake(a: Overloadable, b: Overloadable): boolean {
    return a.kind === b.kind && nameOf(a) === nameOf(b);
  }

  function nameOf({ name }: Overloadable): string | null {
    return name ? textOf(name, file) : null;
  }
}

function isOverloadable(node: ts.Node): node is Overloadable {
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);
}
