import { createRequire } from 'node:module';

const require = createRequire(createRequire(import.meta.url).resolve('ts-morph/package.json'));

/** Path of the compiler that ts-morph bundles. */
export const wholeCompiler = createRequire(require.resolve('@ts-morph/common/package.json')).resolve(
  './dist/typescript.js',
);

/** How esbuild minifies it, whole or in part. */
export const minified = /** @type {const} */ ({
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
});
