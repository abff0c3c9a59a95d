import { ts } from './compiler.ts';
import { startOf } from './source-text.ts';

/** Where a member begins: decorators are no part of what they decorate. */
export function startOfMember(
  member: ts.ClassElement | ts.ObjectLiteralElement,
  file: ts.SourceFile,
): number {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  const last = decorators[decorators.length - 1];
  if (!last) return startOf(member, file);
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  const first = modifiers.find(({ pos }) => pos >= last.end) ?? member.name;
  return startOf(first ?? member, file);
}
