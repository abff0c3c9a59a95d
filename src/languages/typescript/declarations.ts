import { ts } from './compiler.ts';
import { giveName } from './given-names.ts';
import { qualifyName, readMemberName } from './names.ts';
import { startOf } from './source-text.ts';
import { startOfMember } from './starts.ts';
import type { Visitor, Walk } from './visitor.ts';

function visitWithLead(node: ts.Node, walk: Walk): void {
  const { lead } = walk;
  walk.lead = node;
  walk.visitChildren(node);
  walk.lead = lead;
}

function visitWithOwner(node: ts.Node, owner: string, walk: Walk): void {
  const { owner: outer } = walk;
  walk.owner = owner;
  walk.visitChildren(node);
  walk.owner = outer;
}

const visitVariable: Visitor<ts.VariableDeclaration> = (node, walk) => {
  const { name, initializer } = node;
  if (ts.isIdentifier(name)) {
    const fullName = qualifyName(walk.owner, name.text);
    giveName(initializer, { name: fullName, by: 'variable', start: startOf(node, walk.file) }, walk);
  }
  walk.visitChildren(node);
};

const visitProperty: Visitor<ts.PropertyAssignment> = (node, walk) => {
  const name = qualifyName(walk.owner, readMemberName(node.name, walk.file));
  giveName(node.initializer, { name, by: 'property', start: startOf(node, walk.file) }, walk);
  visitWithLead(node, walk);
};

const visitField: Visitor<ts.PropertyDeclaration> = (node, walk) => {
  const name = qualifyName(walk.owner, readMemberName(node.name, walk.file));
  giveName(node.initializer, { name, by: 'field', start: startOfMember(node, walk.file) }, walk);
  visitWithLead(node, walk);
};

const visitExportAssignment: Visitor<ts.ExportAssignment> = (node, walk) => {
  giveName(node.expression, { name: 'default', by: 'export', start: startOf(node, walk.file) }, walk);
  visitWithLead(node, walk);
};

const visitClass: Visitor<ts.ClassLikeDeclaration> = (node, walk) => {
  const given = walk.names.get(node)?.name;
  const name = given ?? qualifyName(walk.owner, node.name?.text ?? 'default');
  walk.outline.classes.push({ node, name });
  visitWithOwner(node, name, walk);
};

/** Members of an object that a variable, property or assignment names belong to that name. */
const visitObject: Visitor<ts.ObjectLiteralExpression> = (node, walk) => {
  const given = walk.names.get(node);
  visitWithOwner(node, given && given.by !== 'export' ? given.name : '', walk);
};

const visitNamespace: Visitor<ts.ModuleDeclaration> = (node, walk) => {
  visitWithOwner(node, qualifyName(walk.owner, node.name.text), walk);
};

export const declarationVisitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.VariableDeclaration, visitVariable as Visitor],
  [ts.SyntaxKind.PropertyAssignment, visitProperty as Visitor],
  [ts.SyntaxKind.PropertyDeclaration, visitField as Visitor],
  [ts.SyntaxKind.ExportAssignment, visitExportAssignment as Visitor],
  [ts.SyntaxKind.ClassDeclaration, visitClass as Visitor],
  [ts.SyntaxKind.ClassExpression, visitClass as Visitor],
  [ts.SyntaxKind.ObjectLiteralExpression, visitObject as Visitor],
  [ts.SyntaxKind.ModuleDeclaration, visitNamespace as Visitor],
  [ts.SyntaxKind.VariableStatement, visitWithLead],
  [ts.SyntaxKind.ExpressionStatement, visitWithLead],
  [ts.SyntaxKind.ReturnStatement, visitWithLead],
]);
