import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRepository, type TestRepository, temporaryFolder } from '../helpers/create-repository.ts';
import { runCli } from './run-cli.ts';

/** Code with deep nesting, which the gate forbids. */
const deep =
  'export const f = (n: number) => { if (n) { if (n > 1) { if (n > 2) { if (n > 3) return 1 } } } };\n';

let repository: TestRepository;

beforeAll(() => {
  repository = createRepository();
  repository.commit('one', { 'a.ts': 'export {};\n' });
  repository.commit('two', { 'a.ts': deep });
});

/** Variables by which an error is thrown, outside of all that waits, where a script says so by `fail`. */
function throwing(script: string): Record<string, string> {
  const file = path.join(temporaryFolder(), 'throw.cjs');
  const fail = "const fail = () => { throw new Error('nobody waits for this'); };";
  writeFileSync(file, `${fail}\n${script}\n`);
  return { NODE_OPTIONS: `--require=${file}` };
}

/** As soon as the command line has begun: it is then that it listens. */
const atStart = "process.on('newListener', (name) => name === 'uncaughtException' && setImmediate(fail));";

describe('an error that nothing catches', () => {
  it.each([
    ['check', '--target', 'HEAD^', '--source', 'HEAD'],
    ['review'],
    ['explain', 'a.ts:1'],
    ['doctor'],
  ])('ends %s with 2, and is said', async (...args) => {
    const run = await runCli(args, { cwd: repository.root, env: throwing(atStart) });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('nobody waits for this');
    expect(run.stderr).toContain('This is a defect of codescene-pr.');
  });

  it('is no verdict after the report either', async () => {
    const env = throwing("process.once('beforeExit', fail);");
    const run = await runCli(['check', '--target', 'HEAD^', '--source', 'HEAD'], {
      cwd: repository.root,
      env,
    });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('FAILED');
    expect(run.stderr).toContain('nobody waits for this');
  });
});
