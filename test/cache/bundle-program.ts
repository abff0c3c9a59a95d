import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { temporaryFolder } from '../helpers/create-repository.ts';

/**
 * Makes a program for a process of its own. Gives the file that Node can run.
 * @param contents TypeScript that imports from './src/…'
 */
export function bundleProgram(contents: string): string {
  const outfile = path.join(temporaryFolder(), 'program.mjs');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  buildSync({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile },
  });
  return outfile;
}
