import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const sourceFolder = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** A path below `src`, or a package. */
  readonly to: string;
  readonly isPackage: boolean;
}

const everyFile = readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(sourceFolder, join(entry.parentPath, entry.name)).split('\\').join('/'))
  .sort();
const files = everyFile.filter((file) => file.endsWith('.ts'));

const textOf = (file: string) => readFileSync(join(sourceFolder, file), 'utf8');

function importsOf(file: string): Import[] {
  const specifiers = textOf(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => ({
    from: file,
    to: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
    isPackage: !specifier.startsWith('.'),
  }));
}

const imports = files.flatMap(importsOf);

/** The folder below `src` that a file lives in; the file's own name where it stands on top. */
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? file) : file);

const core = [
  'text',
  'shape',
  'languages',
  'smells',
  'score',
  'delta',
  'suppression',
  'gate',
  'history',
  'coverage',
  'doctor',
  'report',
  'render',
];
const shell = ['cli', 'context', 'git', 'config', 'measurement', 'publish', 'result'];
/** The pipelines: each joins what it needs of every folder. */
const pipelines = ['check-pull-request.ts', 'review-repository.ts', 'explain-place.ts'];
const wiring = ['cli', 'pipeline', ...pipelines, 'index.ts'];
/** Which shell folder may ask which other one. */
const allowedBetweenShells = new Set(['context -> git']);

/** Which folder alone may import a package. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'ts-morph': ['languages/typescript'],
  execa: ['git'],
  got: ['publish'],
  yaml: ['config'],
  zod: ['config', 'result'],
  picomatch: ['config'],
  'highlight.js': ['render/html'],
  sax: ['coverage'],
  '@friedemannsommer/lcov-parser': ['coverage'],
  commander: ['cli'],
};

function violationsOf(rule: (candidate: Import) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}

describe('the dependency rule', () => {
  it('finds the source files and their imports', () => {
    expect(files).toContain('check-pull-request.ts');
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('lets model/ import nothing but itself', () => {
    expect(violationsOf(({ from, to }) => folderOf(from) === 'model' && folderOf(to) !== 'model')).toEqual(
      [],
    );
  });

  it('lets the core import model/ and the core alone', () => {
    const allowed = new Set(['model', ...core]);
    const violations = violationsOf(
      ({ from, to, isPackage }) => core.includes(folderOf(from)) && !isPackage && !allowed.has(folderOf(to)),
    );
    expect(violations).toEqual([]);
  });

  it('keeps files, network, clock, environment and console out of the core', () => {
    const effects =
      /'node:|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(/;
    const impure = files.filter((file) => core.includes(folderOf(file)) && effects.test(textOf(file)));
    expect(impure).toEqual([]);
  });

  it('keeps the shell folders apart', () => {
    const violations = violationsOf(({ from, to, isPackage }) => {
      const [source, target] = [folderOf(from), folderOf(to)];
      const betweenShells = shell.includes(source) && shell.includes(target) && source !== target;
      return (
        betweenShells &&
        !isPackage &&
        !wiring.includes(source) &&
        !allowedBetweenShells.has(`${source} -> ${target}`)
      );
    });
    expect(violations).toEqual([]);
  });

  it('lets only cli/ and the pipeline wire', () => {
    const violations = violationsOf(
      ({ from, to }) => ['cli', ...pipelines].includes(folderOf(to)) && !wiring.includes(folderOf(from)),
    );
    expect(violations).toEqual([]);
  });

  it.each(Object.entries(homes))('keeps %s in its folder', (library, folders) => {
    const users = imports.filter(({ to }) => to === library || to.startsWith(`${library}/`));
    const strangers = users.filter(({ from }) => !folders.some((folder) => from.startsWith(`${folder}/`)));
    expect(strangers.map(({ from }) => from)).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('has no circle of files', () => {
    expect(findCircle()).toBeNull();
  });

  it('keeps every file at 250 lines or fewer', () => {
    const long = everyFile.filter((file) => textOf(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });
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
      'helpers',
      'end-to-end',
      'architecture.test.ts',
      'documentation.test.ts',
      'examples',
    ]);
    const folders = readdirSync(testFolder).filter((name) => !name.startsWith('.'));
    expect(
      folders.filter((name) => !known.has(name.replace(/\.test\.ts$/, '.ts')) && !known.has(name)),
    ).toEqual([]);
  });
});
