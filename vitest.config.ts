import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const asText = '.as-text';

/** As in the build: these files are imported as their text. Under their own names Vitest would leave styles empty. */
const filesAsText = {
  name: 'files-as-text',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    importer !== undefined && /\.(?:yml|css|txt)$/.test(source)
      ? `${resolve(dirname(importer), source)}${asText}`
      : undefined,
  load: (id: string) =>
    id.endsWith(asText)
      ? `export default ${JSON.stringify(readFileSync(id.slice(0, -asText.length), 'utf8'))};`
      : undefined,
};

/** As in the build, of the compiler only what the analyzer uses, which loads five times as fast. */
const compilerApart = {
  name: 'compiler-apart',
  enforce: 'pre' as const,
  resolveId: (source: string) => (source === 'ts-morph' ? '\0compiler' : undefined),
  load: (id: string) =>
    id === '\0compiler'
      ? `import ts from ${JSON.stringify(resolve('dist/compiler.cjs'))}; export { ts };`
      : undefined,
};

/** Tests that start processes, git and the command line foremost. */
const startingProcesses = [
  'test/package.test.ts',
  ...['ci', 'cli', 'context', 'end-to-end', 'examples', 'git', 'pipe', 'pipeline'].map(
    (folder) => `test/${folder}/**/*.test.ts`,
  ),
];

export default defineConfig({
  plugins: [filesAsText, compilerApart],
  test: {
    // Modules are loaded once for all files of a worker, which more than halves the time of the tests without processes.
    isolate: false,
    setupFiles: ['test/helpers/after-each-file.ts'],
    // The default keeps a processor for itself, which halves the speed where there are two.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'coverage/test-results.json' },
    // Each in workers of its own: starting a process takes the longer the more memory its parent holds, and the compiler,
    // its trees and random inputs make hundreds of megabytes of it.
    projects: [
      { extends: true, test: { name: 'processes', include: startingProcesses } },
      {
        extends: true,
        test: { name: 'inside', include: ['test/**/*.test.ts'], exclude: startingProcesses },
      },
    ],
  },
});
