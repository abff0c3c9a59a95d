import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/create-repository.ts';
import {
  createGoodPullRequest,
  isStatus,
  linesAbout,
  statesOf,
  statusOf,
  usePipelines,
  watch,
} from './build-status-pipeline.ts';
import { createPullRequest } from './pull-request.ts';
import { startCli } from './run-cli.ts';
import { nested } from './source-code.ts';
import { withGit } from './with-git.ts';

const prepare = usePipelines();

describe('a run that is told to stop', () => {
  const untilKilled = 'exec sleep 600';

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s while it measures leaves a stopped status',
    async (signal) => {
      const { schedule, arrivals } = watch(isStatus, [null]);
      const setting = await prepare({ faults: schedule });
      const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
      await arrivals[0];
      const start = performance.now();
      running.kill(signal);
      const run = await running.finished;
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(run).toMatchObject({ exitCode: 2, signal: null, stdout: '' });
      expect(run.stderr).toContain(`Error: The run was told to stop by ${signal}.`);
      expect(statesOf(setting)?.at(-1)).toBe('STOPPED');
      expect(statusOf(setting)).toMatchObject({ description: `The run was told to stop by ${signal}.` });
    },
  );

  it('among many files does not finish them first', async () => {
    const { origin } = createPullRequest();
    const files = (depth: number) => {
      const code = Array.from({ length: 30 }, (_, at) => nested(depth, `dig${at}`)).join('\n');
      return Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`src/many/${at}.ts`, code]));
    };
    origin.checkout('main');
    const destination = origin.commit('many', files(2));
    origin.git('checkout', '--quiet', '-B', 'feature');
    const source = origin.commit('deeper', files(3));
    const { schedule, arrivals } = watch(isStatus, [null]);
    const setting = await prepare({ faults: schedule }, { origin, source, destination });
    const running = startCli(setting.args, setting.options);
    await arrivals[0];
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: 2, stdout: '' });
    expect(statesOf(setting)?.at(-1)).toBe('STOPPED');
  });

  it('while the start of it hangs leaves a stopped status', async () => {
    const { schedule, arrivals } = watch(isStatus, [{ kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['STOPPED']);
  });

  it('while it publishes leaves a stopped status, and what was found', async () => {
    const { schedule, arrivals } = watch((_, method) => method === 'DELETE', [{ kind: 'hang' }]);
    const setting = await prepare({ faults: schedule }, createGoodPullRequest());
    const running = startCli(setting.args, setting.options);
    await arrivals[0];
    running.kill('SIGTERM');
    const run = await running.finished;
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('PASSED');
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'STOPPED']);
  });

  it('while it says that it failed keeps the verdict', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, setting.options);
    await arrivals[1];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(1);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'FAILED']);
  });

  it('while it says that it succeeded takes that back', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule }, createGoodPullRequest());
    const running = startCli(setting.args, setting.options);
    await arrivals[1];
    running.kill('SIGTERM');
    expect((await running.finished).exitCode).toBe(2);
    expect(statesOf(setting)).toEqual(['INPROGRESS', 'STOPPED']);
  });

  it('ends within ten seconds where Bitbucket does not answer', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    const start = performance.now();
    running.kill('SIGTERM');
    const run = await running.finished;
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(run.exitCode).toBe(2);
    expect(linesAbout(run)[0]).toContain('Warning: build-status: Could not set the build status to STOPPED');
  });

  it('ends at once by a second signal', async () => {
    const { schedule, arrivals } = watch(isStatus, [null, { kind: 'hang' }]);
    const setting = await prepare({ faults: schedule });
    const running = startCli(setting.args, withGit(setting.options, 'log', untilKilled));
    await arrivals[0];
    running.kill('SIGTERM');
    await arrivals[1];
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
  });

  it('ends at once where nothing is published', async () => {
    const setting = await prepare();
    const fifo = path.join(temporaryFolder(), 'fifo');
    execFileSync('mkfifo', [fifo]);
    const script = `echo > ${fifo}; exec sleep 600`;
    const options = withGit(setting.options, 'log', script);
    const running = startCli([...setting.args, '--no-publish'], options);
    await readFile(fifo);
    running.kill('SIGTERM');
    expect(await running.finished).toMatchObject({ exitCode: null, signal: 'SIGTERM' });
    expect(setting.server.requests).toEqual([]);
  });
});
