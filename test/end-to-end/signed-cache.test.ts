import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeResult } from '../../src/cache/entry.ts';
import { keyOf } from '../../src/cache/pack-format.ts';
import { createPack } from '../../src/cache/pack-writer.ts';
import { checksum, type Seal, signature } from '../../src/cache/seal.ts';
import { temporaryFolder } from '../helpers/create-repository.ts';
import { measureCode } from '../languages/measure-code.ts';
import { copyBuiltCli } from './built-copy.ts';
import { cloneOf, createPullRequest, pipelineVariables } from './pull-request.ts';
import { runCli } from './run-cli.ts';
import { healthy } from './source-code.ts';

const pullRequest = createPullRequest();
const clone = cloneOf(pullRequest);
const cwd = clone.root;
const built = copyBuiltCli();
const check = ['check', '--no-publish', '--format', 'json'];
const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

const toText = (key: KeyObject, type: 'pkcs8' | 'spki') =>
  (key.export({ format: 'der', type: type as 'spki' }) as Buffer).toString('base64');
const own = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const privateKey = toText(own.privateKey, 'pkcs8');
const publicKey = toText(own.publicKey, 'spki');

/** The build of the pull request, with a cache that other builds can reach as well. */
const runBuild = (folder: string, extra: Record<string, string> = {}) =>
  runCli(check, {
    cwd,
    cli: built.cli,
    env: pipelineVariables(pullRequest, { CODESCENE_PR_CACHE_DIR: folder, ...extra }),
  });
/** The same judgement on a laptop. */
const runLocally = (folder: string) =>
  runCli([...check, '--target', 'HEAD~1', '--source', 'HEAD', '--cache-dir', folder], {
    cwd,
    cli: built.cli,
  });

const judged = await runBuild(temporaryFolder(), { CODESCENE_PR_NO_CACHE: '1' });

describe('the build of a pull request', () => {
  it('fails by what the pull request does', () => {
    expect(judged).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it('without keys neither reads nor writes', async () => {
    const folder = path.join(temporaryFolder(), 'cache');
    expect(await runBuild(folder)).toEqual(judged);
    expect(existsSync(folder)).toBe(false);
  });

  describe('whose cache holds forged results', () => {
    /** Says of the code that got worse that it is healthy, as the analyzer of this build would. */
    const forge = async (folder: string, seal: Seal) => {
      const genuine = temporaryFolder();
      await runCli(['review', 'src/c.ts', '--cache-dir', genuine], { cwd, cli: built.cli });
      const [pack = ''] = filesIn(genuine).filter((name) => name.endsWith('.pack'));
      const bytes = readFileSync(path.join(genuine, pack), 'latin1');
      const [, analyzer = ''] = /^codescene-pr results 1 ([0-9a-f]{64})\n/.exec(bytes) ?? [];
      const forged = createPack(folder, { analyzer, seal });
      const blob = clone.git('rev-parse', `${pullRequest.source}:src/a.ts`);
      const result = { kind: 'measured' as const, metrics: measureCode(healthy()) };
      forged.add(keyOf(`${blob} ts`), encodeResult({ blob, dialect: 'ts' }, result));
      forged.finish();
    };

    it('is not deceived by what only a laptop would believe', async () => {
      const folder = temporaryFolder();
      await forge(folder, checksum);
      const scoreOf = ({ stdout }: { readonly stdout: string }) =>
        JSON.parse(stdout).files.find(({ path: name }: { path: string }) => name === 'src/a.ts')?.newScore;
      expect(scoreOf(await runLocally(folder))).toBe(10);
      expect(scoreOf(judged)).toBeLessThan(10);
      expect(await runBuild(folder)).toEqual(judged);
      expect(await runBuild(folder, { CODESCENE_PR_CACHE_PUBLIC_KEY: publicKey })).toEqual(judged);
    });

    it('is not deceived by the signature of somebody else', async () => {
      const folder = temporaryFolder();
      await forge(folder, signature(other.publicKey, other.privateKey));
      expect(await runBuild(folder, { CODESCENE_PR_CACHE_PUBLIC_KEY: publicKey })).toEqual(judged);
    });
  });

  it.each<{ what: string; variables: Record<string, string>; says: string }>([
    {
      what: 'knows the private key',
      variables: { CODESCENE_PR_CACHE_PRIVATE_KEY: privateKey },
      says: 'PRIVATE_KEY is known to the build of a pull request',
    },
    {
      what: 'has a public key that is none',
      variables: { CODESCENE_PR_CACHE_PUBLIC_KEY: privateKey },
      says: 'PUBLIC_KEY holds no public Ed25519 key',
    },
  ])('that $what trusts nothing, and says so without saying the key', async ({ variables, says }) => {
    const folder = path.join(temporaryFolder(), 'cache');
    const run = await runBuild(folder, variables);
    expect(run).toMatchObject({ exitCode: 1, stdout: judged.stdout });
    expect(run.stderr).toContain(says);
    expect(run.stderr).not.toContain(privateKey);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the build of the main branch', () => {
  it('signs results that the build of a pull request believes without the compiler', async () => {
    const folder = path.join(temporaryFolder(), 'cache');
    mkdirSync(folder, { mode: 0o700 });
    const variables = { CI: 'true', BITBUCKET_BUILD_NUMBER: '18', BITBUCKET_BRANCH: 'main' };
    const keys = { CODESCENE_PR_CACHE_PRIVATE_KEY: privateKey, CODESCENE_PR_CACHE_PUBLIC_KEY: publicKey };
    for (const source of ['HEAD', 'HEAD~1']) {
      const run = await runCli(['review', '--source', source, '--no-fail', '--debug'], {
        ...{ cwd, cli: built.cli },
        env: { ...variables, ...keys, CODESCENE_PR_CACHE_DIR: folder },
      });
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    }
    const kept = filesIn(folder);
    expect(kept.map((name) => path.extname(name))).toEqual(['.pack', '.pack']);
    built.removeCompiler();
    const build = { CODESCENE_PR_CACHE_PUBLIC_KEY: publicKey };
    expect(await runBuild(folder, build)).toEqual(judged);
    expect(filesIn(folder)).toEqual(kept);
    expect((await runBuild(temporaryFolder(), build)).stdout).toContain('compiler.cjs');
  });
});
