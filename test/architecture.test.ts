import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type FolderRule,
  folderRules,
  type Layer,
  layers,
  mayImportPipelines,
  topFiles,
} from './helpers/dependency-rules.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = join(projectFolder, 'src');

interface Import {
  readonly from: string;
  /** A path below `src`, or a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

/** Files below a folder as paths from `root`, sorted. */
const filesBelow = (root: string, folder = '.') =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();

/** But for what the bench fetches. */
const isCode = /^(?!bench\/work\/).*(?:\.(?:ts|js|mjs|css|yml)|\.ci\/[^/]+)$/;

const everyFile = filesBelow(sourceFolder);
const files = everyFile.filter((file) => file.endsWith('.ts'));

const textOf = (file: string) => readFileSync(join(sourceFolder, file), 'utf8');

function importsOf(file: string): Import[] {
  const specifiers = textOf(file).matchAll(/(?:\bfrom |\bimport )'([^'\n]+)'|\bimport\('([^'\n]+)'\)/g);
  return [...specifiers]
    .map(([, named, loaded]) => named ?? loaded ?? '')
    .map((specifier) => ({
      from: file,
      to: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
      isPackage: !specifier.startsWith('.'),
    }));
}

const imports = files.flatMap(importsOf);

/** The folder below `src` that a file lives in; the file's own name where it stands on top. */
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? file) : file);

const ruleOf = (file: string): FolderRule | undefined => folderRules[folderOf(file)];
const layerOf = (file: string): Layer | undefined =>
  ruleOf(file)?.layer ?? (topFiles[file] === 'wiring' ? 'wiring' : undefined);
const isKnownToAll = (file: string) => topFiles[file] === 'known to all';
/** `zod/mini` → `zod`. */
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
/** By package, the folders that may import it. */
const homes = new Map<string, readonly string[]>();
for (const [folder, { packages = [] }] of Object.entries(folderRules)) {
  for (const name of packages) homes.set(name, [...(homes.get(name) ?? []), folder]);
}

function violationsOf(rule: (candidate: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}

describe('the dependency rule', () => {
  it('finds the source files and their imports', () => {
    expect(files).toContain('check-pull-request.ts');
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('knows every folder and every file on top', () => {
    const known = [...Object.keys(folderRules), ...Object.keys(topFiles)];
    expect([...new Set(files.map(folderOf))].sort()).toEqual(known.sort());
  });

  it('lets a layer import itself and the layers before it alone', () => {
    const violations = violationsOf(({ from, to, isPackage }) => {
      const [own, other] = [layerOf(from), layerOf(to)];
      if (isPackage || !own || !other) return false;
      return layers.indexOf(other) > layers.indexOf(own);
    });
    expect(violations).toEqual([]);
  });

  it('keeps files on top from types and core, which know no errors and no version', () => {
    const violations = violationsOf(({ from, to }) => {
      const isInner = ['types', 'core'].includes(layerOf(from) ?? '');
      return isInner && isKnownToAll(to);
    });
    expect(violations).toEqual([]);
  });

  it('keeps files, network, clock, environment and console out of the core', () => {
    const effects =
      /'node:|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(/;
    const inner = files.filter((file) => ['types', 'core'].includes(layerOf(file) ?? ''));
    expect(inner.filter((file) => effects.test(textOf(file)))).toEqual([]);
  });

  it('keeps the folders of the shell apart, but for those that one asks', () => {
    const violations = violationsOf(({ from, to, isPackage }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      const betweenShells = layerOf(from) === 'shell' && layerOf(to) === 'shell' && own !== other;
      return betweenShells && !isPackage && ruleOf(from)?.asks?.includes(other) !== true;
    });
    expect(violations).toEqual([]);
  });

  it('lets only the command line and the public API call the pipelines', () => {
    const called = ['cli', ...Object.keys(topFiles).filter((file) => topFiles[file] === 'wiring')];
    const violations = violationsOf(({ from, to }) => {
      const [own, other] = [folderOf(from), folderOf(to)];
      return called.includes(other) && own !== other && !mayImportPipelines.includes(own);
    });
    expect(violations).toEqual([]);
  });

  it('lets a package be imported in the folders alone that name it, and in these', () => {
    const used = imports.filter(({ to, isPackage }) => isPackage && !to.startsWith('node:'));
    const strangers = used.filter(
      ({ from, to }) => homes.get(packageOf(to))?.includes(folderOf(from)) !== true,
    );
    expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
    const named = [...homes].flatMap(([name, folders]) =>
      folders.map((folder) => `${folder} imports ${name}`),
    );
    const real = used.map(({ from, to }) => `${folderOf(from)} imports ${packageOf(to)}`);
    expect([...new Set(real)].sort()).toEqual(named.sort());
  });

  it('keeps the compiler in languages/typescript/', () => {
    const users = imports.filter(({ to }) => packageOf(to) === 'ts-morph').map(({ from }) => from);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !file.startsWith('languages/typescript/'))).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(findCircle()).toBeNull();
  });

  it.each(['.ci', 'bench', 'build', 'pipe', 'src', 'test'])(
    'keeps every file of %s at 250 lines or fewer',
    (folder) => {
      const found = filesBelow(projectFolder, folder).filter((file) => isCode.test(file));
      expect(found).not.toEqual([]);
      const long = found.filter(
        (file) => readFileSync(join(projectFolder, file), 'utf8').split('\n').length > 251,
      );
      expect(long).toEqual([]);
    },
  );
});

/** The first circle of imports as a list of files, or `null`. */
function findCircle(): readonly string[] | null {
  const graph = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, to, isPackage } of imports) {
    if (!isPackage) graph.get(from)?.push(to);
  }
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...trail, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

describe('the tests', () => {
  const testFolder = dirname(fileURLToPath(import.meta.url));

  it('mirror the folders of src', () => {
    const known = new Set([
      ...files.map(folderOf),
      'bench',
      'build',
      'helpers',
      'end-to-end',
      'fuzz',
      'architecture.test.ts',
      'ci',
      'documentation.test.ts',
      'package.test.ts',
      'pipe',
      'examples',
    ]);
    const folders = readdirSync(testFolder).filter((name) => !name.startsWith('.'));
    expect(
      folders.filter((name) => !known.has(name.replace(/\.test\.ts$/, '.ts')) && !known.has(name)),
    ).toEqual([]);
  });
});
