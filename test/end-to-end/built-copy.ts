import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../helpers/create-repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built command line in a folder of its own. */
export interface BuiltCopy {
  readonly cli: string;
  /** From now on, a run that loads the compiler fails. */
  readonly removeCompiler: () => void;
}

export function copyBuiltCli(): BuiltCopy {
  const folder = temporaryFolder();
  for (const name of ['bin', 'dist']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return {
    cli: path.join(folder, 'bin', 'codescene-pr.js'),
    removeCompiler: () => rmSync(path.join(folder, 'dist', 'compiler.cjs')),
  };
}
