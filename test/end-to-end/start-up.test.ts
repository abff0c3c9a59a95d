import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';

const built = fileURLToPath(new URL('../../dist', import.meta.url));
const textOf = (file: string) => readFileSync(path.join(built, file), 'utf8');

/** The files that are loaded with this one, itself included, as far as nothing is imported late. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported = ''] of textOf(file).matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g)) {
    loadedWith(imported, seen);
  }
  return seen;
}

function builtFile(name: string): string {
  const found = readdirSync(built).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found === undefined) throw new Error(`the build has no file ${name}`);
  return found;
}

/** A text of each heavy part that only this part holds. */
const parts = {
  'YAML parser': 'YAMLParseError',
  'profile schema': 'the name of an environment variable in capital letters',
  'HTTP client': 'ERR_NON_2XX_3XX_RESPONSE',
  'documentation of the smells': 'Bumpy Road Ahead',
  'XML reader': 'Unquoted attribute value',
  compiler: '("./compiler.cjs")',
};

function partsIn(files: ReadonlySet<string>): string[] {
  const texts = [...files].map(textOf);
  return Object.entries(parts)
    .filter(([, mark]) => texts.some((text) => text.includes(mark)))
    .map(([part]) => part);
}

describe('what a command loads', () => {
  it('is known by marks that the build has', () => {
    const all = readdirSync(built).filter((file) => file.endsWith('.js'));
    expect(partsIn(new Set(all))).toEqual(Object.keys(parts));
  });

  it('is nothing heavy before it is known what is asked for', () => {
    expect(partsIn(loadedWith('cli.js'))).toEqual([]);
  });

  it.each(['run-check', 'run-review'])('is for %s no part that not every run needs', (command) => {
    expect(partsIn(loadedWith(builtFile(command)))).toEqual(['documentation of the smells']);
  });
});

/** What the sources print, without the build. */
async function printFromSource(argv: readonly string[], cwd: string): Promise<string> {
  const printed = { stdout: '', stderr: '' };
  const streamOf = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
      return true;
    },
  });
  const env = testEnvironment();
  await main({ argv, env, cwd, stdout: streamOf('stdout'), stderr: streamOf('stderr') });
  return printed.stdout;
}

describe('the built-in profiles, which the build has parsed', () => {
  it('are the same as those that the sources parse', async () => {
    const { root } = await createRepository();
    const args = ['profile', 'show', 'the-extra-mile'];
    const { stdout } = await runCli(args, { cwd: root });
    expect(stdout).toMatch(/^gates.refactoring-goals: true +# built-in: pay-down-tech-debt:6$/m);
    expect(stdout).toBe(await printFromSource(args, root));
  });
});
