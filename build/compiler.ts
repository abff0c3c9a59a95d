import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { reduceCompiler } from './reduce-compiler.ts';

const require = createRequire(import.meta.url);

/** The compiler that ts-morph bundles. */
export const compiler = createRequire(
  require.resolve('@ts-morph/common/package.json', { paths: [require.resolve('ts-morph/package.json')] }),
).resolve('./dist/typescript.js');

const analyzer = 'src/languages/typescript';

/** Writes the part of the compiler that the analyzer uses, minified. */
export async function buildCompiler(outfile: string): Promise<void> {
  const contents = reduceCompiler(readFileSync(compiler, 'utf8'), usedNames());
  await build({
    ...{ stdin: { contents }, outfile, platform: 'node', target: 'node20' },
    ...{ minify: true, legalComments: 'none', logLevel: 'warning' },
  });
}

/** What the analyzer's sources name of the compiler, types aside. */
function usedNames(): readonly string[] {
  const exported = new Set(Object.keys(require(compiler)));
  const sources = readdirSync(analyzer).map((name) => readFileSync(`${analyzer}/${name}`, 'utf8'));
  const named = sources.flatMap((source) => [...source.matchAll(/\b(?:ts|undeclared)\.(\w+)/g)]);
  return named.map(([, name = '']) => name).filter((name) => exported.has(name));
}
