import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { copyBuiltCli } from './built-copy.ts';
import { runCli } from './run-cli.ts';
import { complex, healthy, nested } from './source-code.ts';

/** Commits on a branch, and edits and an untracked file in the working tree. */
function createWork() {
  const repository = createRepository();
  repository.commit('start', { 'src/a.ts': healthy(), 'src/b.ts': nested(5), 'src/c.js': healthy('plus') });
  repository.checkout('feature');
  repository.commit('work', { 'src/a.ts': nested(4), 'src/b.ts': nested(2), 'src/broken.ts': 'if (' });
  repository.write({ 'src/b.ts': nested(6), 'src/untracked.ts': complex(30) });
  return repository;
}

const repository = createWork();
const cwd = repository.root;
const committed = ['check', '--target', 'main', '--source', 'feature', '--format', 'json'];
const packsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.pack'));

describe('a run that knows everything', () => {
  const built = copyBuiltCli();
  const env = { XDG_CACHE_HOME: temporaryFolder() };
  const run = (args: readonly string[]) => runCli(args, { cwd, env, cli: built.cli });

  it('says the same as one that knows nothing, and never loads the compiler', async () => {
    const shard = ['check', '--target', 'main', '--source', 'feature', '--shard', '1/1'];
    const commands = [committed, ['review', '--all'], shard];
    const cold = [];
    for (const args of commands) cold.push(await run([...args, '--no-cache']));
    expect(existsSync(path.join(env.XDG_CACHE_HOME, 'codescene-pr'))).toBe(false);
    await run(committed);
    await run(['review']);
    built.removeCompiler();
    for (const [index, args] of commands.entries()) expect(await run(args)).toEqual(cold[index]);
    expect(cold.map(({ exitCode }) => exitCode)).toEqual([1, 2, 0]);
    expect((await run([...committed, '--no-cache'])).stderr).toContain('compiler.cjs');
  });
});

describe('the folder of the cache', () => {
  it('is that of --cache-dir or its variable, from where the command is given', async () => {
    const folder = temporaryFolder();
    const relative = path.relative(cwd, folder);
    await runCli([...committed, '--cache-dir', path.join(relative, 'one')], { cwd });
    await runCli(committed, { cwd, env: { CODESCENE_PR_CACHE_DIR: path.join(folder, 'two') } });
    await runCli(committed, { cwd, env: { CODESCENE_PR_CACHE_DIR: folder, CODESCENE_PR_NO_CACHE: '1' } });
    expect(readdirSync(folder).sort()).toEqual(['one', 'two']);
    expect(packsIn(path.join(folder, 'one'))).toHaveLength(1);
  });

  it('is refused inside the repository, where the change could bring results along', async () => {
    for (const args of [
      ['check', '--target', 'main'],
      ['review'],
      ['check', '--target', 'main', '--source', 'feature', '--shard', '1/1'],
    ]) {
      const run = await runCli([...args, '--cache-dir', 'node_modules/.cache'], { cwd });
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).toContain('lies inside the repository');
      expect(run.stderr).toContain('--cache-dir ~/.cache/codescene-pr');
    }
    expect(existsSync(path.join(cwd, 'node_modules'))).toBe(false);
  });

  it('is not missed where there is none, inside the repository, or it cannot be written', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const expected = await runCli([...committed, '--no-cache'], { cwd });
    for (const env of [{ HOME: '' }, { HOME: cwd }, { CODESCENE_PR_CACHE_DIR: file }]) {
      expect(await runCli(committed, { cwd, env })).toEqual(expected);
    }
    const { stderr } = await runCli([...committed, '--debug', '--cache-dir', file], { cwd });
    expect(stderr).toMatch(/Nothing is cached: EEXIST/);
    expect(repository.git('status', '--porcelain')).toBe(' M src/b.ts\n?? src/untracked.ts');
  });

  it.skipIf(process.platform !== 'linux')('may be read-only', async () => {
    const expected = await runCli([...committed, '--no-cache'], { cwd });
    expect(await runCli([...committed, '--cache-dir', '/sys/kernel'], { cwd })).toEqual(expected);
  });
});

it('follows what a file holds, not what it is called', async () => {
  const { root, git, commit } = createWork();
  git('stash', '--include-untracked');
  const env = { CODESCENE_PR_CACHE_DIR: temporaryFolder() };
  const args = ['check', '--target', 'main', '--source', 'HEAD', '--format', 'json'];
  await runCli(args, { cwd: root, env });
  git('mv', 'src/a.ts', 'src/a.test.ts');
  commit('rename and change', { 'src/b.ts': complex(15), 'src/broken.ts': healthy() });
  const warm = await runCli(args, { cwd: root, env });
  expect(warm).toEqual(await runCli([...args, '--no-cache'], { cwd: root }));
  expect(JSON.parse(warm.stdout)).toMatchObject({
    files: [{ path: 'src/a.test.ts' }, { path: 'src/b.ts' }, { path: 'src/broken.ts' }],
  });
});
