import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { reduceCompiler } from './reduce-compiler.ts';
import { minified, wholeCompiler } from './whole-compiler.js';

const require = createRequire(import.meta.url);
const analyzer = 'src/languages/typescript';

/** Writes the part of the compiler that the analyzer uses, minified. */
export async function buildCompiler(outfile: string): Promise<void> {
  const contents = reduceCompiler(readFileSync(wholeCompiler, 'utf8'), usedNames());
  await build({ ...minified, stdin: { contents }, outfile });
}

/** What the analyzer's sources name of the compiler, types aside. */
function usedNames(): readonly string[] {
  const exported = new Set(Object.keys(require(wholeCompiler)));
  const sources = readdirSync(analyzer).map((name) => readFileSync(`${analyzer}/${name}`, 'utf8'));
  const named = sources.flatMap((source) => [...source.matchAll(/\b(?:ts|undeclared)\.(\w+)/g)]);
  return named.map(([, name = '']) => name).filter((name) => exported.has(name));
}
