/**
 * ts-morph is used for the compiler that it bundles. What the analyzer uses of that is a file of its own, which is
 * loaded late: a run that measures nothing never pays for it, and none for the part of ts-morph that wraps nodes.
 * @param {string} compiler its path, or one that is relative to the bundle
 * @returns {import('esbuild').Plugin}
 */
export function compilerApart(compiler) {
  return {
    name: 'compiler-apart',
    setup(bundle) {
      bundle.onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'compiler', namespace: 'compiler-apart' }));
      bundle.onLoad({ filter: /.*/, namespace: 'compiler-apart' }, () => ({
        contents: [
          "import { createRequire } from 'node:module';",
          `export const ts = createRequire(import.meta.url)(${JSON.stringify(compiler)});`,
        ].join('\n'),
      }));
    },
  };
}
