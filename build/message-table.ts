import ts from 'typescript';
import { mentions } from './mentions.ts';

/** The table of all messages: half of what the parser would bring along. */
const table = 'Diagnostics';

/** The names of the messages that some statements take out of the table; `null` where they use it in another way. */
export function usedMessages(statements: Iterable<ts.Statement>): ReadonlySet<string> | null {
  const used = new Set<string>();
  for (const statement of statements) {
    for (const { text, parent } of mentions(statement)) {
      if (text !== table || ts.isVariableDeclaration(parent)) continue;
      if (!ts.isPropertyAccessExpression(parent)) return null;
      used.add(parent.name.text);
    }
  }
  return used;
}

/** The declaration of the table with the used messages alone; `null` where the statement is another one. */
export function messageTable(statement: ts.Statement, used: ReadonlySet<string>): string | null {
  const messages = messagesOf(statement);
  if (!messages) return null;
  const kept = messages.filter(({ name }) => name && used.has(name.getText()));
  return `var ${table} = {\n${kept.map((message) => message.getText()).join(',\n')}\n};`;
}

function messagesOf(statement: ts.Statement): readonly ts.ObjectLiteralElementLike[] | null {
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declaration?.name.getText() !== table) return null;
  const { initializer } = declaration;
  return initializer && ts.isObjectLiteralExpression(initializer) ? initializer.properties : null;
}
