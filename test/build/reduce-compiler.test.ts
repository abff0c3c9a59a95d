import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { reduceCompiler } from '../../build/reduce-compiler.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

const bundled = (statements: string) => `var ts = {}; ((module) => {\n${statements}\n})({ exports: ts })\n`;

function load(code: string): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  new Function('module', code)(module);
  return module.exports;
}

describe('reduceCompiler', () => {
  it('keeps what is wanted with all that it mentions, and nothing else', () => {
    const source = bundled(`
      function parse(text) { return Scanner.scan(text) + helper.length; }
      var { helper = 1, other } = { helper: "abc" };
      function check() { return "checker"; }
      var Scanner;
      ((Scanner2) => { Scanner2.scan = (text) => text.length + Scanner2.offset; })(Scanner || (Scanner = {}));
      Scanner.offset = 10;
      registerService({ check });
      module.exports = { parse, check };`);
    const reduced = reduceCompiler(source, ['parse']);
    expect(load(reduced)).toEqual({ parse: expect.any(Function) });
    expect((load(reduced).parse as (text: string) => number)('12345')).toBe(18);
    expect(reduced).not.toMatch(/check|registerService/);
  });

  it('keeps of the messages those that are named, and all where that cannot be seen', () => {
    const table =
      'var Diagnostics = { One: diag("first"), Two: diag("second") }; function diag(text) { return text; }';
    const one = 'function parse() { return Diagnostics.One; }';
    const all = 'function list() { return Object.keys(Diagnostics); }';
    expect(reduceCompiler(bundled(`${table}${one}`), ['parse'])).not.toContain('second');
    expect(reduceCompiler(bundled(`${table}${one}${all}`), ['parse', 'list'])).toContain('second');
  });

  it('says what it does not find', () => {
    expect(() => reduceCompiler(bundled('var a = 1;'), ['a', 'parse'])).toThrow('declares no parse');
    expect(() => reduceCompiler('export const a = 1;', ['a'])).toThrow('is not one function any more');
  });
});

type Compiler = typeof ts & {
  readonly getTokenPosOfNode: (node: ts.Node, file: ts.SourceFile) => number;
};

interface Tree {
  readonly nodes: readonly string[];
  readonly errors: readonly string[];
}

function treeOf(compiler: Compiler, name: string, text: string, kind: ts.ScriptKind): Tree {
  const options = {
    languageVersion: compiler.ScriptTarget.Latest,
    jsDocParsingMode: compiler.JSDocParsingMode.ParseNone,
  };
  const file = compiler.createSourceFile(name, text, options, false, kind);
  const nodes: string[] = [];
  const visit = (node: ts.Node): void => {
    const start = compiler.getTokenPosOfNode(node, file);
    const text = 'escapedText' in node ? compiler.idText(node as ts.Identifier) : '';
    nodes.push([node.kind, node.pos, start, node.end, node.flags, text].join(' '));
    compiler.forEachChild(node, visit);
  };
  visit(file);
  const { parseDiagnostics } = file as ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] };
  const errors = parseDiagnostics.map(
    ({ code, start, messageText }) =>
      `${code} ${start} ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  return { nodes, errors };
}

describe('the compiler as built', () => {
  const built = require(path.join(root, 'dist/compiler.cjs')) as Compiler;
  const { ts: whole } = require('ts-morph') as { ts: Compiler };
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, 'src', name), 'utf8'));

  it.each([
    ['TypeScript', 'source.ts', ts.ScriptKind.TS],
    ['JSX', 'source.js', ts.ScriptKind.JSX],
    ['TSX', 'source.tsx', ts.ScriptKind.TSX],
  ])(
    'makes of sources, and of what is left of broken ones, the same trees and messages: %s',
    (_, name, kind) => {
      const broken = sources
        .filter((_, index) => index % 3 === kind % 3)
        .flatMap((source, index) => [
          source.slice(index * 7),
          source.replaceAll(index % 2 ? ')' : '{', ''),
          source.replace(/[a-z]+/g, (word, at: number) => (at % 11 === index % 11 ? '<' : word)),
        ]);
      const differing = [...sources, ...broken].filter(
        (text) =>
          JSON.stringify(treeOf(built, name, text, kind)) !== JSON.stringify(treeOf(whole, name, text, kind)),
      );
      expect(differing).toEqual([]);
    },
  );
});
