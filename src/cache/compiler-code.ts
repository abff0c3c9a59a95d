import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { codeEnding } from './evict.ts';
import { sha256 } from './pack-format.ts';
import { readWhole, writeWhole } from './whole-file.ts';

/** Where the code of the compiler is kept. It is executed: nobody else may be able to write there. */
export interface CodeFolder {
  /** Prepared: see `prepareFolder`. */
  readonly folder: string;
  /** Digest of the analyzer, the compiler's source included. */
  readonly analyzer: string;
  /** Told why the code is not kept. */
  readonly note: (line: string) => void;
}

/**
 * Loads the compiler by the code that an earlier run kept: V8 then neither parses nor compiles what that run has used.
 * Whoever requires the file afterwards has it at once.
 *
 * @param compiler absolute path of its CommonJS file
 * @returns keeps the code for later runs where that is new; the more of it has run by then, the more is saved
 */
export function loadCompilerByCode(compiler: string, { folder, analyzer, note }: CodeFolder): () => void {
  const require = createRequire(compiler);
  if (require.cache[compiler]) return () => {};
  const file = path.join(folder, nameOf(analyzer));
  const cachedData = readWhole(file);
  // The build leaves nothing but ASCII in it, which is read three times as fast as UTF-8.
  const source = Module.wrap(readFileSync(compiler, 'latin1'));
  const script = new Script(source, { filename: compiler, ...(cachedData && { cachedData }) });
  const module = new Module(compiler);
  module.filename = compiler;
  require.cache[compiler] = module;
  script.runInThisContext()(module.exports, require, module, compiler, path.dirname(compiler));
  module.loaded = true;
  if (cachedData && script.cachedDataRejected === false) return () => {};
  return () => {
    try {
      writeWhole(file, script.createCachedData());
    } catch (error) {
      note(`The compiler's code is not kept: ${(error as Error).message}`);
    }
  };
}

/** V8 accepts the code of its own version, flags and processor alone. */
function nameOf(analyzer: string): string {
  const { arch, version } = process;
  const origin = sha256([analyzer, arch, version, cachedDataVersionTag()].join(' ')).toString('hex');
  return `compiler-${origin.slice(0, 32)}${codeEnding}`;
}
