import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listVariables, optionVariables } from '../../pipe/read-variables.mjs';
import { version } from '../../src/version.ts';
import { cloneOf, createPullRequest, pipelineVariables } from '../end-to-end/pull-request.ts';
import { runCli } from '../end-to-end/run-cli.ts';
import { type BitbucketServer, startBitbucketServer } from '../helpers/bitbucket-server/index.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';

const pipe = fileURLToPath(new URL('../../pipe/', import.meta.url));
const read = (file: string) => readFileSync(path.join(pipe, file), 'utf8');

/** What Pipelines' list of pipes asks of `pipe.yml`, stricter where a mistake would pass for a key. */
const text = { type: 'string', minLength: 1 };
const party = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: text, website: { type: 'string', pattern: '^https://' }, email: text },
};
const metadataSchema = {
  type: 'object',
  required: ['name', 'image', 'description', 'repository', 'maintainer', 'tags', 'variables'],
  additionalProperties: false,
  properties: {
    name: text,
    image: { type: 'string', pattern: '^(?:[a-z0-9]+|OWNER)/[a-z0-9-]+:\\d+\\.\\d+\\.\\d+$' },
    description: text,
    category: text,
    repository: { type: 'string', pattern: '^https://' },
    maintainer: party,
    vendor: party,
    tags: { type: 'array', minItems: 1, items: text },
    variables: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'description', 'required'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', pattern: '^[A-Z][A-Z_]*$' },
          description: text,
          required: { type: 'boolean' },
          default: text,
        },
      },
    },
  },
};

interface Metadata {
  readonly image: string;
  readonly variables: readonly { readonly name: string; readonly default?: string }[];
}

describe('pipe.yml', () => {
  const metadata = parse(read('pipe.yml')) as Metadata;

  it('is what Pipelines expects of a pipe', () => {
    const validate = new Ajv2020({ strict: true }).compile(metadataSchema);
    validate(metadata);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('names the image of this version, as the README does', () => {
    expect(metadata.image.endsWith(`:${version}`)).toBe(true);
    const used = [...read('README.md').matchAll(/- pipe: (\S+)/g)].map(([, image]) => image);
    expect(used).toEqual([metadata.image, metadata.image]);
  });

  it('names the variables that the entry point reads, as the README does, with the defaults', () => {
    const names = metadata.variables.map(({ name }) => name);
    expect([...names].sort()).toEqual([...optionVariables, ...listVariables].sort());
    const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(names);
    for (const [index, [, name, usage]] of rows.entries()) {
      const value = metadata.variables[index]?.default;
      if (value !== undefined) expect(usage, name).toContain(`by default \`${value}\``);
    }
  });
});

describe('the Dockerfile', () => {
  const instructions = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => ({ name: line.split(' ')[0] ?? '', text: line }));
  const named = (wanted: string) => instructions.filter(({ name }) => name === wanted).map((one) => one.text);

  it('starts from one exact version of an official image', () => {
    expect(named('FROM')).toEqual([expect.stringMatching(/^FROM node:\d+\.\d+\.\d+-[a-z]+-slim$/)]);
  });

  it('installs exactly this version, without scripts, and git', () => {
    const commands = named('RUN').join('\n');
    expect(commands).toContain(`npm install --ignore-scripts --no-audit --no-fund codescene-pr@${version} `);
    expect(commands).toMatch(/apt-get install --yes --no-install-recommends .*\bgit\b/);
    expect(commands).not.toMatch(/latest|curl|wget|https?:/);
  });

  it('copies the files of the pipe alone, and holds no secret', () => {
    expect(
      instructions.map(({ name }) => name).filter((name) => ['ADD', 'ARG', 'ENV'].includes(name)),
    ).toEqual([]);
    const [copied = ''] = named('COPY');
    const ignored = read('.dockerignore').trim().split('\n');
    const sources = copied.split(' ').slice(1, -1);
    expect(ignored).toEqual(['*', ...sources.map((file) => `!${file}`)]);
    for (const file of sources) expect(read(file)).not.toBe('');
  });

  it('starts the entry point without a shell', () => {
    const [entry = ''] = named('ENTRYPOINT');
    expect(JSON.parse(entry.slice('ENTRYPOINT '.length))).toEqual(['node', '/pipe/pipe.mjs']);
  });
});

describe('the entry point', () => {
  let server: BitbucketServer | undefined;

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  /** Runs the pipe as Pipelines does, but for the container, with these variables of its own. */
  async function runPipe(variables: Record<string, string>) {
    const pullRequest = createPullRequest();
    const repository = { workspace: 'acme', repository: 'shop', commit: pullRequest.source };
    server = await startBitbucketServer({ repository });
    const clone = cloneOf(pullRequest).root;
    const env = pipelineVariables(pullRequest, {
      BITBUCKET_CLONE_DIR: clone,
      BITBUCKET_PIPE_STORAGE_DIR: temporaryFolder(),
      CODESCENE_PR_PIPELINES_PROXY: server.proxyUrl,
      ...variables,
    });
    const run = await runCli([], { cwd: temporaryFolder(), env, cli: path.join(pipe, 'pipe.mjs') });
    return {
      run,
      clone,
      published: server.state.reports.get(`${pullRequest.source}/${variables.REPORT_ID}`),
    };
  }

  it('judges and publishes as its variables say, and gives the exit code of the gate', async () => {
    const { run, clone, published } = await runPipe({
      FORMAT: 'markdown',
      REPORT_ID: 'pipe',
      OUTPUT_COUNT: '1',
      OUTPUT_0: 'json=a result.json',
    });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^#+ /);
    expect(published?.results.at(-1)).toBe('FAILED');
    const result = JSON.parse(await readFile(path.join(clone, 'a result.json'), 'utf8'));
    expect(result).toMatchObject({ status: 'failed', context: { pullRequest: 42 } });
  });

  it('passes where the gate is not to fail', async () => {
    expect((await runPipe({ NO_FAIL: 'true', REPORT_ID: 'pipe' })).run.exitCode).toBe(0);
  });

  it('says which value it cannot take', async () => {
    const { run, published } = await runPipe({ FORMAT: 'xml; rm -rf .', REPORT_ID: 'pipe' });
    expect(run).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('FORMAT is "xml; rm -rf ."'),
    });
    expect(published).toBeUndefined();
  });
});
