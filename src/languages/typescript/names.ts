import { ts } from './compiler.ts';
import { textOf } from './source-text.ts';

/** `Owner.name`, or the name alone where there is no owner. */
export function qualifyName(owner: string, name: string): string {
  return owner === '' ? name : `${owner}.${name}`;
}

/** The name of a member as written; a computed one with its brackets and without white space. */
export function readMemberName(name: ts.PropertyName, file: ts.SourceFile): string {
  if (ts.isComputedPropertyName(name)) return textOf(name, file).replace(/\s+/g, '');
  return name.text;
}

/**
 * The name in an assignment's target: `exports.name` and `module.exports.name` are `name`, and a method on a
 * prototype is the class's own. `undefined` where the target has no name that could be read.
 */
export function readTargetName(target: ts.Expression): string | undefined {
  const path = readPath(target);
  if (!path) return undefined;
  return path.replace(/^(module\.exports|exports|this)\./, '').replace('.prototype.', '.');
}

function readPath(target: ts.Expression): string | undefined {
  if (ts.isIdentifier(target)) return target.text;
  if (target.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (!ts.isPropertyAccessExpression(target)) return undefined;
  const owner = readPath(target.expression);
  return owner && `${owner}.${target.name.text}`;
}
