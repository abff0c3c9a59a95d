import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addStep, stepOnlyText } from '../../src/config/pipelines/index.ts';
import { version } from '../../src/version.ts';
import { resolveText } from '../config/create-files.ts';
import { runCli } from '../end-to-end/run-cli.ts';
import { complex, healthy } from '../end-to-end/source-code.ts';
import { createRepository } from '../helpers/create-repository.ts';
import { type CliCommand, findCliCommands, readWithCli } from './cli-commands.ts';
import { checkPipelines, commandsOf } from './pipelines-rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(`${root}${folder}`)
    .map((name) => `${folder}/${name}`)
    .sort();

const pipelines = ['bitbucket-pipelines.example.yml', ...filesIn('examples/pipelines')];

describe.each(pipelines)('%s', (file) => {
  const data: unknown = parse(read(file));
  const commands = commandsOf(data).flatMap(findCliCommands);

  it('is a configuration that Pipelines takes', () => {
    expect(checkPipelines(data)).toEqual([]);
  });

  it('has commands of this version that the command line takes', () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      expect(command.version).toBe(version);
      expect(readWithCli(command.args).problems).toEqual([]);
    }
  });

  it('runs on every pull request', () => {
    expect(addStep(read(file))).toMatchObject({ kind: 'present', version, uncovered: [] });
  });

  it('has checks that run', async () => {
    const repository = createRepository();
    repository.commit('start', {
      'packages/shop/a.ts': healthy(),
      'packages/admin/a.ts': healthy(),
      'coverage/lcov.info': 'SF:packages/shop/a.ts\nDA:1,1\nend_of_record\n',
    });
    repository.checkout('feature');
    const source = repository.commit('work', {
      'packages/shop/a.ts': complex(30),
      'packages/admin/a.ts': complex(30),
    });
    const env = {
      CI: 'true',
      BITBUCKET_BUILD_NUMBER: '1',
      BITBUCKET_WORKSPACE: 'acme',
      BITBUCKET_REPO_SLUG: 'shop',
      BITBUCKET_BRANCH: 'feature',
      BITBUCKET_COMMIT: source,
    };
    for (const [, folder = ''] of commandsOf(data)
      .join('\n')
      .matchAll(/^mkdir -p (\S+)$/gm)) {
      mkdirSync(`${repository.root}/${folder}`, { recursive: true });
    }
    for (const { args } of commands.filter(isWholeCheck)) {
      const dry = [...args, '--target', 'main', '--dry-run'];
      const { exitCode, stdout, stderr } = await runCli(dry, { cwd: repository.root, env });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(stdout).toContain('packages/');
      if (!args.includes('--no-publish')) expect(stderr).toContain('/reports/');
    }
  });
});

const isWholeCheck = ({ args }: CliCommand) => args[0] === 'check' && !args.includes('--shard');

describe('examples/pipelines/parallel-shards.yml', () => {
  it('measures in its parallel steps what its last step judges', async () => {
    const commands = commandsOf(parse(read('examples/pipelines/parallel-shards.yml')).pipelines).flatMap(
      findCliCommands,
    );
    const shards = commands.filter(({ args: [name] }) => name === 'check');
    expect(commands.map(({ args: [name] }) => name)).toEqual(['check', 'check', 'check', 'merge']);
    const repository = createRepository();
    repository.commit('start', { 'a.ts': healthy() });
    repository.checkout('feature');
    repository.commit('work', { 'a.ts': complex(30), 'b.ts': healthy('plus') });
    const { root: cwd } = repository;
    const place = ['--source', 'feature', '--target', 'main'];
    for (const [step, { args }] of shards.entries()) {
      const env = { BITBUCKET_PARALLEL_STEP: `${step}`, BITBUCKET_PARALLEL_STEP_COUNT: '3' };
      const own = args.map((word) => word.replace('$BITBUCKET_PARALLEL_STEP', `${step}`));
      const run = await runCli([...own, ...place], { cwd, env });
      expect({ ...run, exitCode: run.exitCode }).toMatchObject({ exitCode: 0, stdout: '' });
    }
    // What the shell makes of shard-*.json.
    const files = readdirSync(cwd).filter((name) => /^shard-.*\.json$/.test(name));
    expect(files).toHaveLength(3);
    const merged = await runCli(['merge', ...files, ...place], { cwd });
    const whole = await runCli(['check', ...place], { cwd });
    expect(merged).toEqual(whole);
    expect(merged.stdout).toContain('a.ts');
  });
});

describe('examples/jenkins/Jenkinsfile', () => {
  it('has a command of this version that the command line takes', () => {
    const [command, ...others] = findCliCommands(read('examples/jenkins/Jenkinsfile'));
    expect(others).toEqual([]);
    expect(command?.version).toBe(version);
    expect(readWithCli(command?.args ?? [])).toEqual({ name: 'check', problems: [] });
  });
});

describe('the rules that examples are held against', () => {
  it.each([
    [
      'a key that does not exist',
      { pipelines: { 'pull-request': {} } },
      'file.pipelines.pull-request: unknown key',
    ],
    ['no pipelines', { image: 'node:20' }, 'file: lacks pipelines'],
    [
      'an empty list',
      { pipelines: { default: [] } },
      'file.pipelines.default: expected a list that is not empty',
    ],
    [
      'a step without a script',
      { pipelines: { default: [{ step: { name: 'a' } }] } },
      'file.pipelines.default[0].step: lacks script',
    ],
    [
      'a depth of nothing',
      { clone: { depth: 0 }, pipelines: {} },
      'file.clone.depth: expected a whole number from 1 to Infinity',
    ],
    [
      'a condition in a stage',
      { pipelines: { default: [{ stage: { steps: [{ step: { script: ['a'], condition: {} } }] } }] } },
      'file.pipelines.default[0].stage.steps[0].step.condition: unknown key',
    ],
    [
      'a command that is a map',
      { pipelines: { default: [{ step: { script: [{ 'echo a': 'b' }] } }] } },
      'file.pipelines.default[0].step.script[0]: expected text',
    ],
  ])('refuse %s', (_name, data, problem) => {
    expect(checkPipelines(data)).toEqual([problem]);
  });

  it('refuse commands that the command line does not take', () => {
    expect(() => readWithCli(['check', '--format', 'pdf'])).toThrow(/pdf/);
    expect(readWithCli(['check', '--publsh']).problems).toEqual(['unknown option --publsh']);
    expect(readWithCli(['schema']).problems).toEqual(['an argument is missing']);
  });
});

describe('the step', () => {
  it('is the same in the README, in the example and in what init writes', () => {
    expect(read('bitbucket-pipelines.example.yml').replace(/^#.*\n/, '')).toBe(stepOnlyText);
    expect(read('README.md')).toContain(`\`\`\`yaml\n${stepOnlyText}\`\`\``);
  });

  it('is a configuration that Pipelines takes', () => {
    expect(checkPipelines(parse(stepOnlyText))).toEqual([]);
  });
});

describe.each(filesIn('examples/profiles'))('%s', (file) => {
  it('is a profile without a mistake and without a setting that has no effect', async () => {
    expect((await resolveText(read(file))).warnings).toEqual([]);
  });
});
