import { ts } from './compiler.ts';
import { startOf } from './source-text.ts';
import type { Visitor } from './visitor.ts';

/** A template literal is one piece of text: what stands in `${…}` is not looked at, by any metric. */
const visitTemplate: Visitor = (node, { file, outline, scope }) => {
  const range = { start: startOf(node, file), end: node.end };
  outline.opaque.push({ ...range, content: 'raw' });
  scope.textBlocks.push(range);
};

/** A string can span lines where each but the last ends in a backslash. */
const visitString: Visitor = (node, { file, scope }) => {
  const start = startOf(node, file);
  const lineBreak = file.text.indexOf('\n', start);
  if (lineBreak >= 0 && lineBreak < node.end) scope.textBlocks.push({ start, end: node.end });
};

const visitRegularExpression: Visitor = (node, { file, outline }) => {
  outline.opaque.push({ start: startOf(node, file), end: node.end, content: 'raw' });
};

const visitJsxText: Visitor = (node, { outline }) => {
  outline.opaque.push({ start: node.pos, end: node.end, content: 'text' });
};

/** A string in JSX has no escapes, and may span lines. */
const visitJsxAttribute: Visitor<ts.JsxAttribute> = (node, walk) => {
  const { initializer } = node;
  if (!initializer) return;
  if (ts.isStringLiteral(initializer)) visitRegularExpression(initializer, walk);
  else walk.visit(initializer);
};

/** A comment between JSX elements stands in braces: its lines are lines of code. */
const visitJsxExpression: Visitor<ts.JsxExpression> = (node, walk) => {
  if (node.expression) {
    walk.visitChildren(node);
    return;
  }
  walk.outline.opaque.push({ start: startOf(node, walk.file), end: node.end, content: 'comment' });
};

const visitJsx: Visitor = (node, walk) => {
  walk.scope.containsJsx = true;
  walk.visitChildren(node);
};

export const literalVisitors = new Map<ts.SyntaxKind, Visitor>([
  [ts.SyntaxKind.TemplateExpression, visitTemplate],
  [ts.SyntaxKind.NoSubstitutionTemplateLiteral, visitTemplate],
  [ts.SyntaxKind.StringLiteral, visitString],
  [ts.SyntaxKind.RegularExpressionLiteral, visitRegularExpression],
  [ts.SyntaxKind.JsxText, visitJsxText],
  [ts.SyntaxKind.JsxAttribute, visitJsxAttribute as Visitor],
  [ts.SyntaxKind.JsxExpression, visitJsxExpression as Visitor],
  [ts.SyntaxKind.JsxElement, visitJsx],
  [ts.SyntaxKind.JsxSelfClosingElement, visitJsx],
  [ts.SyntaxKind.JsxFragment, visitJsx],
]);
