import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { defineConfig } from 'tsup';
import { buildCompiler } from './build/compiler.ts';
import { compilerApart } from './build/compiler-apart.js';
import { wholeCompiler } from './build/whole-compiler.js';

const require = createRequire(import.meta.url);

const textLoaders = { '.yml': 'text', '.css': 'text', '.txt': 'text' } as const;

/**
 * The built-in profiles are parsed and checked here, once: the module that does so is run, and the values that it
 * exports are bundled in its place.
 */
const builtInProfilesParsed: Plugin = {
  name: 'built-in-profiles-parsed',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]config[\\/]built-in[\\/]layers\.ts$/ }, async ({ path }) => {
      const exported = Object.entries(await runModule(path));
      return {
        contents: exported.map(([name, value]) => `export const ${name} = ${toCode(value)};`).join('\n'),
      };
    });
  },
};

async function runModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), 'codescene-pr-build-'));
  const outfile = join(folder, 'module.cjs');
  try {
    await build({
      ...{ entryPoints: [path], outfile, bundle: true, format: 'cjs', platform: 'node', loader: textLoaders },
      logLevel: 'warning',
    });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Plain data and maps as an expression that makes them again. */
function toCode(value: unknown): string {
  if (value instanceof Map) return `new Map(${toCode([...value])})`;
  if (Array.isArray(value)) return `[${value.map(toCode).join()}]`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'void 0' : JSON.stringify(value);
  return `{${Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}:${toCode(of)}`)}}`;
}

/** What measuring gives is decided by these files, what cuts the compiler down among them, and the compiler alone. */
const analyzerSources = ['build', 'src/languages', 'src/measurement/measure-content.ts', 'src/model'];

/** Results that are kept belong to the analyzer that measured them: it goes by the digest of its sources. */
const analyzerDigest: Plugin = {
  name: 'analyzer-digest',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]languages[\\/]analyzer-digest\.ts$/ }, () => ({
      contents: `export const analyzerDigest = '${hashAnalyzer()}';`,
    }));
  },
};

function hashAnalyzer(): string {
  const hash = createHash('sha256');
  const listFiles = (name: string): readonly string[] =>
    statSync(name).isDirectory()
      ? readdirSync(name)
          .sort()
          .flatMap((entry) => listFiles(`${name}/${entry}`))
      : [name];
  for (const file of [...analyzerSources.flatMap(listFiles), wholeCompiler]) {
    hash
      .update(`${basename(file)}\n`)
      .update(readFileSync(file))
      .update('\n');
  }
  return hash.digest('hex');
}

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

/** Everything that is bundled is distributed with its licence, as the licences ask for. */
function writeLicenses(): void {
  const metafile = 'dist/metafile-esm.json';
  const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as Metafile;
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const bundled = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  // The compiler is TypeScript's, as ts-morph bundles it.
  const folders = [
    ...new Set([...bundled, 'node_modules/@ts-morph/common', 'node_modules/typescript']),
  ].sort();
  writeFileSync(
    'dist/THIRD-PARTY-LICENSES.txt',
    folders.map(describeLicense).join(`\n${'='.repeat(80)}\n\n`),
  );
  rmSync(metafile);
}

function describeLicense(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled, and its package has no text of its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}

export default defineConfig({
  entry: {
    cli: 'src/cli/run.ts',
    index: 'src/index.ts',
    'measure-worker': 'src/measurement/measure-worker.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: true,
  minify: true,
  clean: true,
  dts: { entry: { index: 'src/index.ts' } },
  noExternal: [/.*/],
  esbuildPlugins: [compilerApart('./compiler.cjs'), builtInProfilesParsed, analyzerDigest],
  loader: textLoaders,
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  metafile: true,
  onSuccess: async () => {
    writeLicenses();
    await buildCompiler('dist/compiler.cjs');
  },
});
