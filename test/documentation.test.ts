import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../src/cli/program.ts';
import { formatNames } from '../src/render/format-names.ts';
import { smells } from '../src/smells/index.ts';
import { limitKey } from '../src/smells/limit-key.ts';
import { version } from '../src/version.ts';
import { readProblems } from './config/read-problems.ts';
import { findCliCommands, readWithCli } from './examples/cli-commands.ts';
import { checkPipelines } from './examples/pipelines-rules.ts';
import { folderRules, layers } from './helpers/dependency-rules.ts';
import { anchorsOf, codeBlocksOf, linksOf, tableRowsOf } from './helpers/markdown.ts';
import { read, root } from './helpers/project-files.ts';
import { measureCode } from './languages/measure-code.ts';

const docs = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
  .sort();
const pages = ['README.md', 'CONTRIBUTING.md', 'bench/README.md', ...docs];

/** A row of the table that says how well our numbers agree with CodeScene's. */
const agreement = /^(scores: |cyclomatic complexity|lines of code|bumps|nesting depth)/;

describe('the README', () => {
  const readme = read('README.md');

  it('can be read in five minutes', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(251);
  });

  it('has a row for every page in docs/', () => {
    const listed = tableRowsOf(readme.slice(readme.indexOf('## More'))).map(([link = '']) => link);
    expect(listed.filter((cell) => cell.startsWith('[')).sort()).toEqual(
      docs.map((page) => `[${page}](${page})`),
    );
  });

  it('quotes what Bitbucket is told of the sample', () => {
    const quotes = [...readme.matchAll(/(?:^> ?.*\n)+/gm)].map(([quote]) => quote.replace(/^> ?/gm, ''));
    const requests = read('examples/reports/requests.txt');
    const comment = read('examples/reports/comment.md');
    expect(quotes).toHaveLength(4);
    for (const quote of quotes) {
      if (quote.startsWith('###')) expect(comment.startsWith(quote)).toBe(true);
      else expect(requests).toContain(JSON.stringify(quote.trim()));
    }
  });

  it('shows the fields of the Code Insights report of the sample', () => {
    const requests = read('examples/reports/requests.txt');
    const fields = requests.matchAll(/"title": "(.*)",\n *"value": (.*)/g);
    const told = [...fields].map(([, title, value = '']) => [title, String(JSON.parse(value))]);
    const from = readme.indexOf('**A Code Insights report**');
    const shown = tableRowsOf(readme.slice(from, readme.indexOf('**An annotation**', from)));
    // The report is sent twice: before and after its annotations.
    expect([...shown, ...shown]).toEqual(told);
  });

  it('has the permissions that docs/bitbucket.md has', () => {
    const permissions = (text: string) => tableRowsOf(text).filter(({ length }) => length === 6);
    expect(permissions(readme).length).toBeGreaterThan(5);
    expect(permissions(readme)).toEqual(permissions(read('docs/bitbucket.md')));
  });

  it('names the test command that CI runs', () => {
    const [, command = ''] = /The tests:\n\n```sh\n(.*)\n```/.exec(readme) ?? [];
    expect(command).not.toBe('');
    expect(read('.ci/run').split('\n')).toContain(command);
  });
});

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('has links that lead somewhere', () => {
    const broken = linksOf(text).filter((link) => !/^https:/.test(link) && !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });

  it('shows commands that the command line takes', () => {
    const shells = codeBlocksOf(text).filter(({ language }) => ['sh', 'yaml'].includes(language));
    for (const { code } of shells) {
      const lines = code.replaceAll(/\\\n/g, ' ').replaceAll(/ +#.*$/gm, '');
      const called = lines.replaceAll(/^( *(?:- )?(?:[A-Z_]+="[^"]*" )?)(?=codescene-pr )/gm, '$1npx ');
      for (const command of findCliCommands(called)) {
        expect(readWithCli(command.args), command.args.join(' ')).toMatchObject({ problems: [] });
        expect([null, version]).toContain(command.version);
      }
    }
  });

  it('shows YAML that Pipelines takes, or a profile without mistakes', () => {
    for (const { language, code } of codeBlocksOf(text)) {
      if (language !== 'yaml') continue;
      const problems = code.startsWith('pipelines:') ? checkPipelines(parse(code)) : readProblems(code);
      expect(problems, code).toEqual([]);
    }
  });
});

function leadsSomewhere(page: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : join(dirname(page), file);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

describe('docs/reference.md', () => {
  const page = read('docs/reference.md');
  const nowhere = { write: () => true };
  const program = createProgram(
    { argv: [], env: {}, cwd: '/', stdout: nowhere, stderr: nowhere },
    () => undefined,
  );
  const commands = program.commands.flatMap((command) => [
    { name: command.name(), command },
    ...command.commands.map((inner) => ({ name: `${command.name()} ${inner.name()}`, command: inner })),
  ]);
  const withoutSubcommands = commands.filter(({ command }) => command.commands.length === 0);

  it('lists every command', () => {
    const [table = ''] = page.split('## Options');
    const listed = tableRowsOf(table).map(([cell = '']) => /^`([a-z ]*[a-z])/.exec(cell)?.[1]);
    expect(listed.filter(Boolean).sort()).toEqual(withoutSubcommands.map(({ name }) => name).sort());
  });

  it('lists every option with the commands that have it', () => {
    const declared = new Set(
      withoutSubcommands.flatMap(({ name, command }) =>
        command.options.map(({ long }) => `${name} ${long ?? ''}`),
      ),
    );
    const options = page.slice(page.indexOf('## Options'), page.indexOf('## Environment'));
    const listed = tableRowsOf(options).flatMap(([flags = '', names = '']) =>
      [...flags.matchAll(/--[a-z-]+/g)].flatMap(([flag]) =>
        names.split(', ').map((name) => `${name} ${flag}`),
      ),
    );
    // The one option of this name that is not a report's.
    expect([...listed, 'profile import --output'].sort()).toEqual([...declared].sort());
  });
});

describe('docs/architecture.md', () => {
  const rows = tableRowsOf(read('docs/architecture.md'));

  it('shows every layer, in its order', () => {
    const names = rows.filter(({ length }) => length === 3).map(([name]) => name);
    expect(names).toEqual(['layer', ...layers]);
  });

  it('shows the folders and their rules as the architecture is tested by', () => {
    const inCode = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ') || '–';
    const expected = Object.entries(folderRules).map(
      ([folder, { layer, holds, asks = [], packages = [] }]) => {
        const asked = inCode(asks.map((name) => `${name}/`));
        return [`\`${folder}/\``, layer, holds, asked, inCode(packages)];
      },
    );
    expect(rows.filter(({ length }) => length === 5).slice(1)).toEqual(expected);
  });
});

describe('docs/migrating-from-codescene.md', () => {
  it('has the figures of agreement that bench/README.md has, and so has the README', () => {
    const figures = (text: string) => {
      const rows = tableRowsOf(text).filter(([what = '']) => agreement.test(what));
      return rows.map(([what, value]) => [what?.replace(/, as .*/, ''), value]);
    };
    const measured = figures(read('bench/README.md'));
    expect(measured.length).toBeGreaterThan(5);
    expect(figures(read('docs/migrating-from-codescene.md'))).toEqual(measured);
    const readme = read('README.md').replaceAll('\n', ' ');
    for (const what of ['mean absolute error', 'exact to 0.015', 'same colour band']) {
      expect(readme).toContain(measured.find(([name]) => name === `scores: ${what}`)?.[1]);
    }
  });
});

describe('docs/smells.md', () => {
  it('lists every smell with its severity and limits', () => {
    const rows = smells.map(({ id, name, severity, limits }) => {
      const values = Object.entries(limits).map(([key, limit]) => `\`${limitKey(key)}: ${limit.default}\``);
      return [`${name} (\`${id}\`)`, severity, values.join(', ')];
    });
    expect(tableRowsOf(read('docs/smells.md')).slice(1)).toEqual(rows);
  });
});

describe('docs/formats.md', () => {
  it('lists every format with a sample that is there', () => {
    const rows = tableRowsOf(read('docs/formats.md')).filter((row) =>
      row[2]?.includes('(../examples/reports/'),
    );
    expect(rows.map(([format]) => format).sort()).toEqual(formatNames.map((name) => `\`${name}\``).sort());
  });
});

describe('docs/suppressions.md', () => {
  it('shows suppressions that are read as it says', () => {
    const block = codeBlocksOf(read('docs/suppressions.md')).find(({ language }) => language === 'ts');
    const { suppressions } = measureCode(`start();\n${block?.code ?? ''}  return [];\n}\n`);
    expect(suppressions).toEqual([
      { line: 2, smells: ['Complex Method', 'large-method'], unread: [], scope: 0 },
    ]);
  });
});

describe('the public API', () => {
  it('has a docstring for all that it exports', () => {
    const files = [...read('src/index.ts').matchAll(/from '\.\/(.*)'/g)].map(
      ([, file = '']) => `src/${file}`,
    );
    const exported = files.flatMap((file) => {
      const lines = read(file).split('\n');
      return lines.flatMap((line, index) =>
        /^export (?:async )?(?:interface |type (?!\{)|class |function |const )/.test(line)
          ? [{ line, above: lines[index - 1] ?? '' }]
          : [],
      );
    });
    expect(exported.length).toBeGreaterThan(50);
    expect(exported.filter(({ above }) => !above.endsWith('*/')).map(({ line }) => line)).toEqual([]);
  });
});
