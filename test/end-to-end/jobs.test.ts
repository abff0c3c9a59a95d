import { describe, expect, it } from 'vitest';
import { createRepository, type TestRepository } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';
import { complex, healthy } from './source-code.ts';

const names = Array.from({ length: 12 }, (_, index) => `src/file-${index}.ts`);

function repositoryWithChange(): TestRepository {
  const repository = createRepository();
  const filesBy = (text: (index: number) => string) =>
    Object.fromEntries(names.map((name, index) => [name, text(index)]));
  repository.commit(
    'start',
    filesBy((index) => healthy(`start${index}`)),
  );
  repository.checkout('side');
  repository.commit('change', {
    ...filesBy((index) => complex(index + 2)),
    'src/broken.ts': 'function (',
    'src/deep.ts': `${'['.repeat(20_000)}${']'.repeat(20_000)};\n`,
    'src/long.ts': `export const text = '${'x'.repeat(2_000_000)}';\n`,
  });
  return repository;
}

describe('--jobs', () => {
  it('makes no difference to what check and review say', async () => {
    const { root: cwd } = repositoryWithChange();
    for (const command of [
      ['check', '--target', 'main'],
      ['review', '--source', 'side'],
    ]) {
      const args = [...command, '--format', 'json', '--no-cache'];
      const alone = await runCli([...args, '--jobs', '1'], { cwd });
      const together = await runCli([...args, '--jobs', '3'], { cwd });
      const byVariable = await runCli(args, { cwd, env: { CODESCENE_PR_JOBS: '2' } });
      expect(alone.stdout).toContain('nested too deeply to be parsed');
      expect(alone.stdout).toContain('longer than 2 million characters');
      expect([together, byVariable]).toEqual([alone, alone]);
    }
  });

  it('takes a whole number from 1 to 64', async () => {
    const { root: cwd } = createRepository();
    for (const jobs of ['0', '-1', '1.5', '65', 'many', '']) {
      const { exitCode, stderr } = await runCli(['check', `--jobs=${jobs}`], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('Expected a number from 1 to 64.');
    }
  });
});
