import ts from 'typescript';
import { listParts, type Part } from './compiler-parts.ts';
import { mentions } from './mentions.ts';
import { messageTable, usedMessages } from './message-table.ts';

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
  const parts = listParts(file);
  const names = [...new Set(wanted)].sort();
  const reached = reach(parts, names);
  const kept = parts.filter((part) => part.names.some((name) => reached.has(name)));
  const statements = kept.map(({ statement }) => statement);
  const used = usedMessages(statements);
  const texts = statements.map(
    (statement) => (used && messageTable(statement, used)) ?? statement.getText(file),
  );
  return `"use strict";\n${texts.join('\n')}\nmodule.exports = { ${names.join(', ')} };\n`;
}

/** The wanted names with all names that their parts mention, and so on. */
function reach(parts: readonly Part[], wanted: readonly string[]): ReadonlySet<string> {
  const mentioned = mapMentions(parts);
  const unknown = wanted.filter((name) => !mentioned.has(name));
  if (unknown.length > 0) throw new Error(`The compiler declares no ${unknown.join(', ')}.`);
  const reached = new Set(wanted);
  // A set that grows while it is gone through: what is added is visited too.
  for (const name of reached) {
    for (const next of mentioned.get(name) ?? []) if (mentioned.has(next)) reached.add(next);
  }
  return reached;
}

/** By each declared name, what the parts mention that declare it or add to it; a part mentions its own names too. */
function mapMentions(parts: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  for (const { statement, names } of parts) {
    const mentioned = [...mentions(statement)].map(({ text }) => text);
    for (const name of names) byName.set(name, new Set([...(byName.get(name) ?? []), ...mentioned]));
  }
  return byName;
}
