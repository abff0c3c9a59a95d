import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { minified, wholeCompiler } from '../build/whole-compiler.js';
import { work } from './folders.js';

/** Minifies the whole compiler, as it would be without the build's cuts; gives the file. */
export function buildWholeCompiler() {
  const outfile = join(work, 'compiler.cjs');
  buildSync({ ...minified, entryPoints: [wholeCompiler], outfile });
  return outfile;
}
