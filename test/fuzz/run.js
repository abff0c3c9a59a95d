import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compilerApart } from '../../build/compiler-apart.js';

// Node 20 runs no TypeScript: the fuzzing is built into one file first, beside what it finds.
const outfile = fileURLToPath(new URL('../../reports/fuzz/fuzz.mjs', import.meta.url));
mkdirSync(new URL('.', pathToFileURL(outfile)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  plugins: [compilerApart(fileURLToPath(new URL('../../dist/compiler.cjs', import.meta.url)))],
  loader: { '.yml': 'text', '.css': 'text', '.txt': 'text' },
  // Bundled CommonJS packages ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
