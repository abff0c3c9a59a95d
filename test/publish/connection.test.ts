import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { cloudApiUrl } from '../../src/publish/api-url.ts';
import { type ConnectionRequest, resolveConnection } from '../../src/publish/connection.ts';

const accessToken = { BITBUCKET_ACCESS_TOKEN: 'access-token-1' };
const apiToken = { BITBUCKET_EMAIL: 'bot@acme.example', BITBUCKET_API_TOKEN: 'api-token-1' };
const atlassianToken = { ATLASSIAN_ACCOUNT_EMAIL: 'dev@acme.example', ATLASSIAN_API_TOKEN: 'api-token-2' };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

function resolve(parts: Partial<ConnectionRequest>) {
  return resolveConnection({ env: {}, preset: 'auto', apiUrl: cloudApiUrl, inPipeline: false, ...parts });
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

function wholeText(error: UsageError): string {
  return [error.message, error.reason, error.hint, error.stack].join('\n');
}

describe('auto', () => {
  it('prefers an access token to everything else', () => {
    const { connection, reason } = resolve({ env: { ...apiToken, ...accessToken }, inPipeline: true });
    expect(connection).toMatchObject({ kind: 'access-token', authorization: 'Bearer access-token-1' });
    expect(reason).toBe('BITBUCKET_ACCESS_TOKEN: set.');
  });

  it('takes an API token before the Pipelines proxy', () => {
    const { connection } = resolve({ env: apiToken, inPipeline: true });
    expect(connection).toMatchObject({
      kind: 'api-token',
      apiUrl: 'https://api.bitbucket.org/2.0',
      authorization: basic('bot@acme.example:api-token-1'),
    });
  });

  it("takes Atlassian's own names of the variables, after Bitbucket's", () => {
    expect(resolve({ env: atlassianToken }).connection).toMatchObject({
      authorization: basic('dev@acme.example:api-token-2'),
    });
    expect(resolve({ env: { ...atlassianToken, ...apiToken } }).connection).toMatchObject({
      authorization: basic('bot@acme.example:api-token-1'),
    });
  });

  it('uses the Pipelines proxy in a pipeline without tokens', () => {
    expect(resolve({ inPipeline: true }).connection).toEqual({
      kind: 'pipelines',
      apiUrl: 'http://api.bitbucket.org/2.0',
      proxyUrl: 'http://localhost:29418',
      secrets: [],
    });
  });

  it('finds nothing outside of a pipeline without tokens, and says what would help', () => {
    const { connection, apiUrl, reason } = resolve({ env: { BITBUCKET_ACCESS_TOKEN: '' } });
    expect(connection).toBeNull();
    expect(apiUrl).toBe(cloudApiUrl);
    expect(reason).toContain('BITBUCKET_ACCESS_TOKEN');
    expect(reason).toContain('BITBUCKET_API_TOKEN');
  });

  it('does not take the proxy outside of a pipeline, even where its address is set', () => {
    expect(resolve({ env: { CODESCENE_PR_PIPELINES_PROXY: 'http://localhost:1' } }).connection).toBeNull();
  });

  it('says which half of an API token is missing', () => {
    const env = { BITBUCKET_API_TOKEN: 'api-token-1' };
    expect(resolve({ env }).reason).toBe('BITBUCKET_API_TOKEN is set but BITBUCKET_EMAIL is not.');
    expect(resolve({ env, inPipeline: true }).reason).toContain('BITBUCKET_EMAIL is not');
  });

  it('explains that app passwords are gone where there is nothing else', () => {
    const env = { BITBUCKET_APP_PASSWORD: 'app-password-1' };
    const { connection, reason } = resolve({ env });
    expect(connection).toBeNull();
    expect(reason).toContain('switched app passwords off in July 2026');
    expect(reason).toContain('BITBUCKET_ACCESS_TOKEN');
    expect(reason).not.toContain('app-password-1');
  });
});

describe('the Pipelines proxy', () => {
  it.each(['BITBUCKET_PIPE_STORAGE_DIR', 'BITBUCKET_PIPE_SHARED_STORAGE_DIR'])(
    'is at the docker host in a pipe (%s)',
    (variable) => {
      const { connection } = resolve({ env: { [variable]: '/opt/pipe' }, inPipeline: true });
      expect(connection).toMatchObject({ proxyUrl: 'http://host.docker.internal:29418' });
    },
  );

  it('is where CODESCENE_PR_PIPELINES_PROXY says', () => {
    const env = { CODESCENE_PR_PIPELINES_PROXY: 'http://10.0.0.5:8080/', BITBUCKET_PIPE_STORAGE_DIR: '/opt' };
    expect(resolve({ env, inPipeline: true }).connection).toMatchObject({ proxyUrl: 'http://10.0.0.5:8080' });
  });

  it.each([
    'localhost:29418',
    'https://localhost:29418',
    'http://user:word@localhost',
    'http://localhost/x',
    'http://',
  ])('is refused at %s', (address) => {
    const error = refusal({ env: { CODESCENE_PR_PIPELINES_PROXY: address }, inPipeline: true });
    expect(error.message).toContain('CODESCENE_PR_PIPELINES_PROXY');
    expect(wholeText(error)).not.toContain('word@');
  });

  it('is asked for the http form of the API address', () => {
    const apiUrl = 'https://bitbucket.acme.example:8443/2.0/';
    expect(resolve({ apiUrl, inPipeline: true }).apiUrl).toBe('http://bitbucket.acme.example:8443/2.0');
  });
});

describe('a named connection', () => {
  it.each([
    ['access-token', 'BITBUCKET_ACCESS_TOKEN'],
    ['api-token', 'BITBUCKET_EMAIL'],
    ['api-token', 'ATLASSIAN_API_TOKEN'],
    ['pipelines', 'BITBUCKET_PIPELINE_UUID'],
  ] as const)('%s names the missing variable %s', (preset, variable) => {
    const error = refusal({ preset });
    expect(error.message).toContain(preset);
    expect(error.hint).toContain(variable);
  });

  it('is taken even where auto would take another', () => {
    const env = { ...accessToken, ...apiToken };
    expect(resolve({ env, preset: 'api-token' }).connection?.kind).toBe('api-token');
    expect(resolve({ env, preset: 'pipelines', inPipeline: true }).connection?.kind).toBe('pipelines');
  });

  it('pipelines works outside of a pipeline where the address of the proxy is set', () => {
    const env = { CODESCENE_PR_PIPELINES_PROXY: 'http://localhost:1' };
    expect(resolve({ env, preset: 'pipelines' }).connection).toMatchObject({
      proxyUrl: 'http://localhost:1',
    });
  });
});

describe('a token', () => {
  it.each([
    'http://127.0.0.1:7990/2.0',
    'http://127.9.9.9/2.0',
    'http://localhost:1/2.0',
    'http://[::1]:1/2.0',
  ])('may go over plain http to this machine (%s)', (apiUrl) => {
    expect(resolve({ env: accessToken, apiUrl }).connection).toMatchObject({ kind: 'access-token' });
  });

  it.each([
    'http://api.bitbucket.org/2.0',
    'http://127.0.0.1.example.com/2.0',
    'http://localhost.example.com/2.0',
    'http://host.docker.internal:29418/2.0',
    'http://[::ffff:7f00:1]/2.0',
    'http://0.0.0.0/2.0',
  ])('is not sent over plain http to %s', (apiUrl) => {
    const error = refusal({ env: accessToken, apiUrl });
    expect(error.message).toContain('plain http');
    expect(error.hint).toContain('https');
  });

  it.each(['two\nlines', 'line-break-at-the-end\n', 'sp ace', 'nul\u0000', 'é', '\u202eabc'])(
    'is refused when it cannot be one (%j), without repeating it',
    (token) => {
      const error = refusal({ env: { BITBUCKET_ACCESS_TOKEN: token } });
      expect(error.message).toBe('BITBUCKET_ACCESS_TOKEN is not a token.');
      expect(wholeText(error)).not.toContain(token);
    },
  );

  it.each(['a:b@acme.example', 'a@acme.example\n', 'a b@acme.example'])(
    'is refused with the address %j',
    (email) => {
      expect(refusal({ env: { ...apiToken, BITBUCKET_EMAIL: email } }).message).toContain('BITBUCKET_EMAIL');
    },
  );
});

describe('the address of the API', () => {
  it.each(['api.bitbucket.org', 'ftp://x', 'https://u:p4ss@x', 'https://x?y=1', 'https://x#y', ''])(
    'is refused as %j',
    (apiUrl) => {
      const error = refusal({ apiUrl });
      expect(error.message).toContain('--api-url');
      expect(wholeText(error)).not.toContain('p4ss');
    },
  );
});
