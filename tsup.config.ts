import { createRequire } from 'node:module';
import { build, type Plugin } from 'esbuild';
import { defineConfig } from 'tsup';

const require = createRequire(import.meta.url);

/**
 * ts-morph is used for the compiler that it bundles. That compiler is minified into a file of its own,
 * which the analyzer loads late: a run that measures nothing never pays for it, and neither for the
 * part of ts-morph that wraps nodes.
 */
const compilerApart: Plugin = {
  name: 'compiler-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'compiler', namespace: 'compiler-apart' }));
    bundle.onLoad({ filter: /.*/, namespace: 'compiler-apart' }, () => ({
      contents: [
        "import { createRequire } from 'node:module';",
        "export const ts = createRequire(import.meta.url)('./compiler.cjs');",
      ].join('\n'),
    }));
  },
};

async function buildCompiler(): Promise<void> {
  const common = require.resolve('@ts-morph/common/package.json', {
    paths: [require.resolve('ts-morph/package.json')],
  });
  await build({
    entryPoints: [createRequire(common).resolve('./dist/typescript.js')],
    outfile: 'dist/compiler.cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

export default defineConfig({
  entry: { cli: 'src/cli/run.ts', index: 'src/index.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  splitting: true,
  minify: true,
  clean: true,
  dts: { entry: { index: 'src/index.ts' } },
  noExternal: [/.*/],
  esbuildPlugins: [compilerApart],
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  onSuccess: buildCompiler,
});
