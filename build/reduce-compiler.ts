import ts from 'typescript';

/** A statement of the compiler's outermost level. */
interface Part {
  readonly statement: ts.Statement;
  /** What it declares, or adds to. */
  readonly names: readonly string[];
}

/**
 * Cuts the one file that TypeScript is down to what the wanted names need. Parser, type checker, language service and
 * server stand in it side by side as declarations of one function; the analyzer needs the parser alone, and without
 * the rest each run compiles an eighth of the text.
 *
 * A declaration is kept where a kept one mentions its name. Statements that neither declare anything nor add to a
 * declaration are left out: they register services and read the environment.
 *
 * @param source text of TypeScript's own build, a script that sets `module.exports`
 * @param wanted names that it exports
 * @returns a CommonJS module that exports them
 * @throws Error where the source is built in another way than known, or a wanted name is not declared in it
 */
export function reduceCompiler(source: string, wanted: Iterable<string>): string {
  const file = ts.createSourceFile('typescript.js', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const parts = outermostStatements(file).map((statement) => ({ statement, names: namesOf(statement) }));
  const names = [...new Set(wanted)].sort();
  const kept = reach(parts, names);
  const used = usedMessages(kept);
  const texts = parts
    .filter(({ statement }) => kept.has(statement))
    .map(({ statement }) => messageTable(statement, used) ?? statement.getText(file));
  return `"use strict";\n${texts.join('\n')}\nmodule.exports = { ${names.join(', ')} };\n`;
}

/** Those in `((module) => { … })({ … })`, which is all that the file does. */
function outermostStatements(file: ts.SourceFile): readonly ts.Statement[] {
  for (const statement of file.statements) {
    const callee =
      ts.isExpressionStatement(statement) &&
      ts.isCallExpression(statement.expression) &&
      ts.isParenthesizedExpression(statement.expression.expression) &&
      statement.expression.expression.expression;
    if (callee && ts.isArrowFunction(callee) && ts.isBlock(callee.body)) return callee.body.statements;
  }
  throw new Error('The compiler is not one function any more: build/reduce-compiler.ts has to follow.');
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  const extended = ts.isExpressionStatement(statement) && extendedBy(statement.expression);
  return extended ? [extended] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** `X` of a namespace `((X2) => { … })(X || (X = {}))`, of `__export(X, { … })`, and of `X.member = …`. */
function extendedBy(expression: ts.Expression): string | null {
  if (ts.isBinaryExpression(expression)) return ownerOf(expression.left);
  const [argument] = ts.isCallExpression(expression) ? expression.arguments : [];
  if (!argument || !ts.isCallExpression(expression)) return null;
  if (ts.isBinaryExpression(argument)) return ownerOf(argument.left);
  const isExport = ts.isIdentifier(expression.expression) && expression.expression.text === '__export';
  return isExport ? ownerOf(argument) : null;
}

function ownerOf(expression: ts.Expression): string | null {
  if (ts.isPropertyAccessExpression(expression)) return ownerOf(expression.expression);
  return ts.isIdentifier(expression) && expression.text !== 'module' ? expression.text : null;
}

function reach(parts: readonly Part[], wanted: readonly string[]): ReadonlySet<ts.Statement> {
  const byName = new Map<string, ts.Statement[]>();
  for (const { statement, names } of parts) {
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), statement]);
  }
  const kept = new Set<ts.Statement>();
  const reached = new Set(wanted);
  // A set that grows while it is gone through: what is added is visited too.
  for (const name of reached) {
    for (const statement of byName.get(name) ?? []) {
      if (kept.has(statement)) continue;
      kept.add(statement);
      for (const mentioned of mentionedNames(statement)) if (byName.has(mentioned)) reached.add(mentioned);
    }
  }
  const unknown = wanted.filter((name) => !byName.has(name));
  if (unknown.length > 0) throw new Error(`The compiler declares no ${unknown.join(', ')}.`);
  return kept;
}

/** Every identifier but the names of members: more than what is meant, never less. */
function mentionedNames(statement: ts.Statement): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  const canName =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent);
  return canName && parent.name === node;
}

/** The table of all messages: half of what the parser would bring along. */
const messages = 'Diagnostics';

/** Those that are taken out of the table by name; `null` where it is used in another way. */
function usedMessages(kept: ReadonlySet<ts.Statement>): ReadonlySet<string> | null {
  const used = new Set<string>();
  let isWhole = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === messages && !isMemberName(node)) {
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent)) used.add(parent.name.text);
      else if (!ts.isVariableDeclaration(parent)) isWhole = true;
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of kept) visit(statement);
  return isWhole ? null : used;
}

/** The declaration of the table with the used messages alone; `null` where the statement is another one. */
function messageTable(statement: ts.Statement, used: ReadonlySet<string> | null): string | null {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const table = declaration?.initializer;
  if (!used || !table || declaration.name.getText() !== messages || !ts.isObjectLiteralExpression(table)) {
    return null;
  }
  const kept = table.properties.filter((property) => property.name && used.has(property.name.getText()));
  return `var ${messages} = {\n${kept.map((property) => property.getText()).join(',\n')}\n};`;
}
