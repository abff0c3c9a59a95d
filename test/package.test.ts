import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './end-to-end/run-cli.ts';
import { complex, healthy } from './end-to-end/source-code.ts';
import { createRepository, temporaryFolder } from './helpers/create-repository.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

interface Packed {
  readonly filename: string;
  /** In bytes, unpacked. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
}

const readJson = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
const manifest = readJson<Manifest>('package.json');

/** What the package may hold: nothing else is needed to run it, or to read what it is. */
const kinds = {
  'the command': /^bin\/codescene-pr\.js$/,
  'the build': /^dist\/[\w-]+\.(?:c?js)$/,
  'the types of the API': /^dist\/index\.d\.ts$/,
  'the licences of what is bundled': /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  'the schemas': /^schemas\/[\w-]+\.schema\.json$/,
  'what npm shows': /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
};

const permissive = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
] as const;

/** An empty project that the packed tarball was installed into, with no registry and no cache in reach. */
let project: { readonly folder: string; readonly packed: Packed };

beforeAll(async () => {
  const folder = temporaryFolder();
  const npm = (...args: string[]) =>
    run('npm', args, { cwd: folder, env: { ...process.env, npm_config_cache: path.join(folder, 'cache') } });
  const { stdout } = await npm('pack', root, '--ignore-scripts', '--json');
  const [packed] = JSON.parse(stdout) as [Packed];
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'consumer', type: 'module' }));
  await npm('install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
  project = { folder, packed };
});

describe('the package', () => {
  it('holds the build, the schemas and the documents, each kind and no other', () => {
    const files = project.packed.files.map((file) => file.path);
    const expected = Object.values(kinds);
    expect(files.filter((file) => !expected.some((kind) => kind.test(file)))).toEqual([]);
    for (const [name, kind] of Object.entries(kinds))
      expect(
        files.some((file) => kind.test(file)),
        name,
      ).toBe(true);
  });

  it('takes up 25 MB at most', () => {
    expect(project.packed.unpackedSize).toBeLessThanOrEqual(25_000_000);
  });

  it('brings no other package along', async () => {
    const installed = await readdir(path.join(project.folder, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['codescene-pr']);
    for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
      expect(manifest[field], field).toBeUndefined();
    }
  });

  it('runs nothing when it is installed', () => {
    const whenInstalled = /^(?:pre|post)?(?:install|prepare)$/;
    expect(Object.keys(manifest.scripts).filter((script) => whenInstalled.test(script))).toEqual([]);
  });

  it('names the licence of everything that is bundled, with its text, and these are permissive', async () => {
    const text = await readFile(path.join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    const licenses = text.split(`\n${'='.repeat(80)}\n\n`).map((part) => {
      const [, name = '', license = ''] = /^(\S+) \S+ \((.+)\)\n\n\S/.exec(part) ?? [];
      return { name, license };
    });
    const names = licenses.map(({ name }) => name);
    expect(licenses.filter(({ license }) => !permissive.some((allowed) => allowed === license))).toEqual([]);
    const imported = await importedPackages();
    expect(imported).toContain('commander');
    expect(names).toEqual(expect.arrayContaining([...imported, 'typescript']));
  });
});

/** The packages that the sources import; of ts-morph, only the compiler in `@ts-morph/common` is bundled. */
async function importedPackages(): Promise<readonly string[]> {
  const files = await readdir(path.join(root, 'src'), { recursive: true });
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, 'src', file), 'utf8'));
  const imports = texts.flatMap((text) => [
    ...text.matchAll(/^(?:import|\}) (?!type\b).*?'((?:@[^/']+\/)?[^./'][^/':]*)(?:\/[^']*)?';$/gm),
  ]);
  const names = new Set(imports.map(([, name = '']) => (name === 'ts-morph' ? '@ts-morph/common' : name)));
  return [...names].sort();
}

describe('the lock file', () => {
  it('fixes the content of every package, and names no place to load it from', () => {
    const { '': _, ...packages } = readJson<LockFile>('package-lock.json').packages;
    const wrong = Object.entries(packages).filter(
      ([, { resolved, integrity }]) => resolved !== undefined || !integrity?.startsWith('sha512-'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the installed package', () => {
  const command = () => path.join(project.folder, 'node_modules/.bin/codescene-pr');

  it('says its version', async () => {
    const { stdout, exitCode } = await runCli(['--version'], { cwd: project.folder, cli: command() });
    expect({ stdout, exitCode }).toEqual({ stdout: `${manifest.version}\n`, exitCode: 0 });
  });

  it('checks a change as this checkout does', async () => {
    const { root: cwd } = createChange();
    const args = ['check', '--target', 'main', '--source', 'work', '--format', 'json'];
    const installed = await runCli(args, { cwd, cli: command() });
    expect(installed).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('complex-method') });
    expect(installed).toEqual(await runCli(args, { cwd }));
  });

  it('is a module with types', async () => {
    const { root: cwd } = createChange();
    const uses = [
      "import { checkPullRequest } from 'codescene-pr';",
      `const { report } = await checkPullRequest({ cwd: ${JSON.stringify(cwd)}, env: { PATH: ${JSON.stringify(process.env.PATH)} }, options: { target: 'main' } });`,
      'export const status: "passed" | "failed" | "incomplete" = report.status;',
      'process.stdout.write(status);',
      '// @ts-expect-error: the folder is a text.',
      'export const wrong = () => checkPullRequest({ cwd: 1, env: {} });',
    ];
    await writeFile(path.join(project.folder, 'use.ts'), uses.join('\n'));
    const settings = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
    const types = ['--typeRoots', path.join(root, 'node_modules/@types')];
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    await run(process.execPath, [compiler, ...settings, ...types, 'use.ts'], { cwd: project.folder });
    const { stdout } = await run(process.execPath, ['use.js'], { cwd: project.folder });
    expect(stdout).toBe('failed');
  });
});

/** A branch `work`, checked out, that makes a function worse than every built-in profile allows. */
function createChange() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy() });
  repository.checkout('work');
  repository.commit('work', { 'src/a.ts': complex(30), 'src/b.ts': complex(40, 'other') });
  return repository;
}
