import { describe, expect, it } from 'vitest';
import { createAsker } from '../../src/git/ask-objects.ts';
import { openRepository } from '../../src/git/open-repository.ts';
import type { RunGit } from '../../src/git/repository.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';

const namesOf = (...names: readonly string[]) => names.map((name) => Buffer.from(name));

/** An asker of a real repository with a commit, and the inputs of the processes that it started. */
async function openAsker() {
  const repository = createRepository();
  const commit = repository.commit('one', { 'a.ts': 'abc\n' });
  const { run } = await openRepository(repository.root, testEnvironment());
  const inputs: string[] = [];
  const counted: RunGit = (args, options) => {
    inputs.push(String(options?.input));
    return run(args, options);
  };
  return { repository, commit, inputs, ask: createAsker(counted), counted };
}

describe('askObjects', () => {
  it('gives everybody who asks in the same moment the answers to their own names, by one process', async () => {
    const { repository, commit, inputs, ask } = await openAsker();
    const blob = { id: repository.git('rev-parse', 'HEAD:a.ts'), type: 'blob', size: 4 };
    const [first, second, none] = await Promise.all([
      ask(namesOf('HEAD:a.ts', 'no such name')),
      ask(namesOf('HEAD')),
      ask([]),
    ]);
    expect(first).toEqual({ objects: [blob, null], mayBeAmbiguous: false, failure: null });
    expect(second.objects).toEqual([expect.objectContaining({ id: commit, type: 'commit' })]);
    expect(none.objects).toEqual([]);
    expect(inputs).toEqual(['HEAD:a.ts\nno such name\nHEAD\n']);
    await ask(namesOf('main'));
    expect(inputs.slice(1)).toEqual(['main\n']);
  });

  it('asks for each alone where together they end the process', async () => {
    const { commit, counted } = await openAsker();
    const ask = createAsker((args, options) =>
      String(options?.input).includes('bad')
        ? Promise.resolve({ exitCode: 128, stdout: Buffer.alloc(0), stderr: 'fatal: bad' })
        : counted(args, options),
    );
    const [good, bad] = await Promise.all([ask(namesOf('HEAD')), ask(namesOf('bad'))]);
    expect(good).toMatchObject({ objects: [{ id: commit }], failure: null });
    expect(bad).toMatchObject({ objects: [null], failure: { exitCode: 128, stderr: 'fatal: bad' } });
  });

  it('takes a name for none that looks like an answer', async () => {
    const { ask } = await openAsker();
    const name = `${'a'.repeat(40)} blob 3`;
    expect((await ask(namesOf(name, `HEAD:${name}`))).objects).toEqual([null, null]);
  });
});
