import ts from 'typescript';

/** A statement of the compiler's outermost level. */
export interface Part {
  readonly statement: ts.Statement;
  /** What it declares, or adds to. */
  readonly names: readonly string[];
}

/**
 * The statements in `((module) => { … })({ … })`, which is all that the compiler's file does.
 * @throws Error where it does something else
 */
export function listParts(file: ts.SourceFile): readonly Part[] {
  const [body] = file.statements.flatMap((statement) => calledBody(statement) ?? []);
  if (body) return body.statements.map((statement) => ({ statement, names: namesOf(statement) }));
  throw new Error('The compiler is not one function any more: build/compiler-parts.ts has to follow.');
}

/** Of a function that is called where it stands. */
function calledBody(statement: ts.Statement): ts.Block | null {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return null;
  const { expression } = statement.expression;
  const callee = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
  return ts.isArrowFunction(callee) && ts.isBlock(callee.body) ? callee.body : null;
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  }
  if (ts.isExpressionStatement(statement)) return extendedBy(statement.expression);
  const isDeclaration = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isDeclaration && statement.name ? [statement.name.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** `X` of `X.member = …`, and of the calls below. */
function extendedBy(expression: ts.Expression): readonly string[] {
  if (ts.isBinaryExpression(expression)) return ownerOf(expression.left);
  return ts.isCallExpression(expression) ? extendedByCall(expression) : [];
}

/** `X` of a namespace `((X2) => { … })(X || (X = {}))`, and of `__export(X, { … })`. */
function extendedByCall({ expression, arguments: [first] }: ts.CallExpression): readonly string[] {
  if (!first) return [];
  if (ts.isBinaryExpression(first)) return ownerOf(first.left);
  return isNamed(expression, '__export') ? ownerOf(first) : [];
}

function ownerOf(expression: ts.Expression): readonly string[] {
  if (ts.isPropertyAccessExpression(expression)) return ownerOf(expression.expression);
  return ts.isIdentifier(expression) && !isNamed(expression, 'module') ? [expression.text] : [];
}

const isNamed = (expression: ts.Expression, name: string) =>
  ts.isIdentifier(expression) && expression.text === name;
