import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const profilePath = '.codescene/quality-profile.yml';
const schemaPath = '.codescene/quality-profile.schema.json';
const pipelinesPath = 'bitbucket-pipelines.yml';
const rulesPath = '.codescene/code-health-rules.json';

const pipelines = `# Our builds.
definitions:
  steps:
    - step: &test   # used twice
        name: Test
        script: [npm ci, npm test]
pipelines:
  default:
    - step: *test
  pull-requests:
    '**':
      - step:
          <<: *test
          name: "Test of a pull request"
`;

const isThere = ({ root }: TestRepository, file: string) => existsSync(path.join(root, file));
const textOf = ({ root }: TestRepository, file: string) => readFileSync(path.join(root, file), 'utf8');
const init = ({ root }: TestRepository, ...args: string[]) => runCli(['init', ...args], { cwd: root });

/** Every file but git's own, with its text. */
function contents({ root }: TestRepository): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('.git/') && statSync(path.join(root, file)).isFile())
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

describe('init', () => {
  it('writes a profile that is valid, and prints the step', async () => {
    const repository = createRepository();
    const { exitCode, stdout, stderr } = await init(repository);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(/^pipelines:\n {2}pull-requests:\n {4}"\*\*":\n {6}- step:\n/);
    expect(Object.keys(contents(repository))).toEqual([schemaPath, profilePath]);
    const validation = await runCli(['profile', 'validate'], { cwd: repository.root });
    expect(validation.stdout).toContain('no problem found');
  });

  it('writes at the top of the repository from a folder below', async () => {
    const repository = createRepository();
    repository.write({ 'packages/a/a.ts': healthy() });
    const cwd = path.join(repository.root, 'packages/a');
    const { exitCode } = await runCli(['init', '--write'], { cwd });
    expect(exitCode).toBe(0);
    expect(Object.keys(contents(repository))).toEqual([
      schemaPath,
      profilePath,
      pipelinesPath,
      'packages/a/a.ts',
    ]);
  });

  it('is an error outside of a repository', async () => {
    const { exitCode, stderr } = await runCli(['init', '--write'], { cwd: temporaryFolder() });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('This is not a git repository');
  });

  it('puts the step into the pipelines that are there, and keeps the rest', async () => {
    const repository = createRepository();
    repository.write({ [pipelinesPath]: pipelines });
    chmodSync(path.join(repository.root, pipelinesPath), 0o640);
    const { exitCode, stdout, stderr } = await init(repository, '--write');
    expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 0, stdout: '' });
    expect(stderr).toContain(`Put the step into ${pipelinesPath}:15.`);
    const after = textOf(repository, pipelinesPath);
    expect(after.startsWith(`${pipelines}      - step:\n          name: Code health\n`)).toBe(true);
    expect(statSync(path.join(repository.root, pipelinesPath)).mode & 0o777).toBe(0o640);
  });

  it('changes nothing in a second run, and says so', async () => {
    const repository = createRepository();
    repository.write({ [pipelinesPath]: pipelines });
    await init(repository, '--write');
    const before = contents(repository);
    const { exitCode, stderr } = await init(repository, '--write');
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`${profilePath} is there already.`);
    expect(stderr).toContain(`${pipelinesPath}:19 has the step already`);
    expect(contents(repository)).toEqual(before);
  });

  it('keeps a profile of its own without --force, and puts the step in all the same', async () => {
    const repository = createRepository();
    const own = 'version: 1\nextends: pay-down-tech-debt\n';
    repository.write({ [profilePath]: own });
    const { exitCode, stderr } = await init(repository, '--write');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Error: ${profilePath} exists already`);
    expect(textOf(repository, profilePath)).toBe(own);
    expect(isThere(repository, schemaPath)).toBe(false);
    expect(isThere(repository, pipelinesPath)).toBe(true);

    expect((await init(repository, '--force')).exitCode).toBe(0);
    expect(textOf(repository, profilePath)).toContain('extends: bare-minimum');
  });

  it('takes a profile with line ends of Windows for the one that it wrote', async () => {
    const repository = createRepository();
    await init(repository);
    repository.write({ [profilePath]: textOf(repository, profilePath).replaceAll('\n', '\r\n') });
    const { exitCode, stderr } = await init(repository);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`${profilePath} is there already.`);
  });

  it("does not hide CodeScene's own files unless it is told to", async () => {
    const repository = createRepository();
    repository.write({ [rulesPath]: '{ "rule_sets": [] }\n' });
    const refused = await init(repository);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`profile import --output ${profilePath}`);
    expect(isThere(repository, profilePath)).toBe(false);

    const forced = await init(repository, '--force');
    expect(forced.exitCode).toBe(0);
    expect(forced.stderr).toContain(`Warning: ${rulesPath} is read no more`);
    expect(isThere(repository, profilePath)).toBe(true);
  });

  it('leaves pipelines alone that it cannot change safely, prints the step and says why', async () => {
    const repository = createRepository();
    const shared =
      "pipelines:\n  pull-requests:\n    '**': &all\n      - step: { script: [a] }\n  default: *all\n";
    repository.write({ [pipelinesPath]: shared });
    const { exitCode, stdout, stderr } = await init(repository, '--write');
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^- step:\n {4}name: Code health\n/);
    expect(stderr).toContain(`Error: ${pipelinesPath}:5 is left as it is: `);
    expect(stderr).toContain('by the alias *all');
    expect(textOf(repository, pipelinesPath)).toBe(shared);
  });

  it('says where pipelines are no YAML, and writes nothing', async () => {
    const repository = createRepository();
    repository.write({ [pipelinesPath]: 'pipelines:\n  default:\n    - step: {\n' });
    const before = contents(repository);
    const { exitCode, stderr } = await init(repository, '--write');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Error: ${pipelinesPath}:3:`);
    expect(contents(repository)).toEqual(before);
  });

  it.each([
    [pipelinesPath, pipelinesPath],
    [profilePath, profilePath],
    [schemaPath, schemaPath],
    ['the folder of the profile', '.codescene'],
  ])('refuses a symbolic link: %s', async (_name, link) => {
    const repository = createRepository();
    const elsewhere = temporaryFolder();
    mkdirSync(path.join(repository.root, path.dirname(link)), { recursive: true });
    symlinkSync(path.join(elsewhere, 'target'), path.join(repository.root, link));
    const { exitCode, stderr } = await init(repository, '--write', '--force');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('symbolic link');
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(isThere(repository, pipelinesPath)).toBe(false);
  });

  it('names the patterns of branches whose pull requests stay without the step', async () => {
    const repository = createRepository();
    repository.write({
      [pipelinesPath]: 'pipelines:\n  pull-requests:\n    release/*:\n      - step: { script: [a] }\n',
    });
    const { exitCode, stderr } = await init(repository, '--write');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Warning: Pull requests from branches that match "release/*"');
  });

  it('knows the nearest option of a typing mistake', async () => {
    const { exitCode, stderr } = await init(createRepository(), '--wirte');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--write');
  });
});
