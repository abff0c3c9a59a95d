import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { work } from './folders.js';

/** Minifies the whole compiler that ts-morph bundles, as it would be without the build's cuts; gives the file. */
export function buildWholeCompiler() {
  const require = createRequire(createRequire(import.meta.url).resolve('ts-morph/package.json'));
  const outfile = join(work, 'compiler.cjs');
  buildSync({
    entryPoints: [join(require.resolve('@ts-morph/common/package.json'), '../dist/typescript.js')],
    ...{ outfile, platform: 'node', target: 'node20', minify: true, legalComments: 'none' },
  });
  return outfile;
}
