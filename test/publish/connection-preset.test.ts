import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { Connection as ProfileConnection } from '../../src/model/profile.ts';
import { type ConnectionRequest, resolveConnection } from '../../src/publish/connection.ts';

const server = 'https://bitbucket.acme.example';

function preset(parts: Partial<ProfileConnection>): ProfileConnection {
  return { type: 'access-token', url: null, tokenVariable: null, emailVariable: null, ...parts };
}

const presets = {
  ours: preset({ type: 'data-center', url: `${server}/context/`, tokenVariable: 'OUR_TOKEN' }),
  bot: preset({ type: 'api-token', tokenVariable: 'BOT_TOKEN', emailVariable: 'BOT_EMAIL' }),
  deploy: preset({ tokenVariable: 'DEPLOY_TOKEN' }),
  step: preset({ type: 'pipelines' }),
};

function resolve(parts: Partial<ConnectionRequest>) {
  return resolveConnection({ env: {}, preset: 'auto', presets, inPipeline: false, ...parts });
}

function refusal(parts: Partial<ConnectionRequest>): UsageError {
  try {
    resolve(parts);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a preset of the profile', () => {
  it('says which server, and which variable holds the token', () => {
    const env = { OUR_TOKEN: 'token-1', BITBUCKET_HTTP_ACCESS_TOKEN: 'token-2' };
    const { connection, server: found } = resolve({ env, preset: 'ours' });
    expect(found).toEqual({
      platform: 'bitbucket-data-center',
      apiUrl: `${server}/context/rest`,
      webUrl: `${server}/context`,
    });
    expect(connection).toMatchObject({
      kind: 'data-center',
      apiUrl: `${server}/context/rest`,
      authorization: 'Bearer token-1',
      variables: ['OUR_TOKEN'],
    });
  });

  it('reads its own variables alone', () => {
    const others = {
      BITBUCKET_ACCESS_TOKEN: 'token-2',
      BITBUCKET_EMAIL: 'a@b.example',
      BITBUCKET_API_TOKEN: 'x',
    };
    const bot = { BOT_TOKEN: 'token-3', BOT_EMAIL: 'bot@acme.example' };
    expect(
      resolve({ env: { ...others, DEPLOY_TOKEN: 'token-4' }, preset: 'deploy' }).connection,
    ).toMatchObject({
      authorization: 'Bearer token-4',
    });
    expect(resolve({ env: { ...others, ...bot }, preset: 'bot' }).connection).toMatchObject({
      authorization: `Basic ${Buffer.from('bot@acme.example:token-3').toString('base64')}`,
      variables: ['BOT_EMAIL', 'BOT_TOKEN'],
    });
    for (const name of ['ours', 'deploy', 'bot']) {
      expect(refusal({ env: others, preset: name }).message).toContain(`"${name}" has no credentials here`);
    }
    expect(refusal({ env: others, preset: 'deploy' }).hint).toContain('DEPLOY_TOKEN');
    expect(refusal({ env: others, preset: 'bot' }).hint).toBe('Set BOT_EMAIL and BOT_TOKEN.');
  });

  it('can be the Pipelines proxy', () => {
    expect(resolve({ preset: 'step', inPipeline: true }).connection).toMatchObject({ kind: 'pipelines' });
  });

  it('sends its token to no other server than the one that it names', () => {
    const env = { OUR_TOKEN: 'token-1' };
    const error = refusal({ env, preset: 'ours', apiUrl: 'https://evil.example' });
    expect(error.message).toBe('--api-url and the connection "ours" name different servers.');
    expect(error.reason).toContain('bitbucket.acme.example');
    expect(
      resolve({ env, preset: 'ours', apiUrl: `${server}/context/rest/api/1.0` }).connection,
    ).not.toBeNull();
  });

  it('sends its token over https alone, but for this machine', () => {
    const env = { OUR_TOKEN: 'token-1' };
    const at = (url: string) => ({ ours: preset({ type: 'data-center', url, tokenVariable: 'OUR_TOKEN' }) });
    const error = refusal({ env, preset: 'ours', presets: at('http://bitbucket.acme.example') });
    expect(error.message).toContain('plain http to bitbucket.acme.example');
    expect(error.hint).toContain('url of the connection "ours"');
    expect(resolve({ env, preset: 'ours', presets: at('http://127.0.0.1:7990') }).connection).not.toBeNull();
  });

  it.each([
    ['our', 'Did you mean "ours"?'],
    ['acces-token', 'Did you mean "access-token"?'],
    ['datacenter', 'Did you mean "data-center"?'],
    [
      'something-else',
      'Use one of auto, access-token, api-token, pipelines, data-center, ours, bot, deploy, step.',
    ],
    ['constructor', 'Use one of'],
  ])('%s is none, and the nearest word is named', (name, hint) => {
    const error = refusal({ preset: name });
    expect(error.message).toBe(`There is no connection "${name}".`);
    expect(error.hint).toContain(hint);
  });
});

describe('an address', () => {
  it.each([
    ['https://api.bitbucket.org/2.0', 'bitbucket-cloud', 'https://api.bitbucket.org/2.0'],
    ['https://proxy.acme.example/cloud/2.0/', 'bitbucket-cloud', 'https://proxy.acme.example/cloud/2.0'],
    [server, 'bitbucket-data-center', `${server}/rest`],
    [`${server}/`, 'bitbucket-data-center', `${server}/rest`],
    [`${server}:8443/git`, 'bitbucket-data-center', `${server}:8443/git/rest`],
    [`${server}/rest/api/latest`, 'bitbucket-data-center', `${server}/rest`],
  ])('%s is one of %s', (apiUrl, platform, expected) => {
    expect(resolve({ apiUrl }).server).toMatchObject({ platform, apiUrl: expected });
  });

  it.each([
    'https://bitbucket.org',
    'https://bitbucket.org/acme/shop',
    'https://api.bitbucket.org',
    'https://api.bitbucket.org/1.0',
  ])('%s is Bitbucket Cloud but not its API, which is said', (apiUrl) => {
    expect(refusal({ apiUrl }).hint).toContain('https://api.bitbucket.org/2.0');
  });

  it('of a server takes an HTTP access token by itself, and no token of Bitbucket Cloud', () => {
    const cloud = { BITBUCKET_ACCESS_TOKEN: 'cloud-token' };
    const { connection, reason, warnings } = resolve({ apiUrl: server, env: cloud, inPipeline: true });
    expect(connection).toBeNull();
    expect(reason).toContain('Data Center needs BITBUCKET_HTTP_ACCESS_TOKEN');
    expect(warnings).toEqual([reason]);
    const env = { ...cloud, BITBUCKET_HTTP_ACCESS_TOKEN: 'server-token' };
    expect(resolve({ apiUrl: server, env }).connection).toMatchObject({
      authorization: 'Bearer server-token',
    });
    expect(resolve({ env: { BITBUCKET_HTTP_ACCESS_TOKEN: 'server-token' } }).connection).toBeNull();
  });

  it('and a connection of the other kind contradict each other', () => {
    const env = { BITBUCKET_ACCESS_TOKEN: 'cloud-token', BITBUCKET_HTTP_ACCESS_TOKEN: 'server-token' };
    expect(refusal({ env, preset: 'access-token', apiUrl: server }).hint).toContain(
      '--connection data-center',
    );
    expect(refusal({ env, preset: 'data-center' }).hint).toContain('--api-url https://bitbucket.example.com');
  });
});

describe('an app password in the environment', () => {
  const env = { BITBUCKET_APP_PASSWORD: 'app-password-1' };

  it.each([
    ['with the Pipelines proxy', { inPipeline: true }],
    ['with nothing else', {}],
  ])('is warned of %s', (_, parts) => {
    const { warnings } = resolve({ env, ...parts });
    expect(warnings.join()).toContain('switched app passwords off in July 2026');
    expect(warnings.join()).not.toContain('app-password-1');
  });

  it('is no matter where a token is used, and on Data Center', () => {
    expect(resolve({ env: { ...env, BITBUCKET_ACCESS_TOKEN: 'token-1' } }).warnings).toEqual([]);
    expect(resolve({ env, apiUrl: server }).warnings).toEqual([]);
  });
});
