import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBuildKeys } from '../../src/cache/read-keys.ts';

const pair = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const asPem = {
  CODESCENE_PR_CACHE_PRIVATE_KEY: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  CODESCENE_PR_CACHE_PUBLIC_KEY: pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
};
const { CODESCENE_PR_CACHE_PRIVATE_KEY, CODESCENE_PR_CACHE_PUBLIC_KEY } = asPem;

describe('the keys of a build', () => {
  it('may be PEM, also where its lines were joined, and either alone is enough', () => {
    const signing = readBuildKeys({ CODESCENE_PR_CACHE_PRIVATE_KEY }, false).seal;
    const joined = CODESCENE_PR_CACHE_PUBLIC_KEY.replaceAll('\n', ' ');
    const reading = readBuildKeys({ CODESCENE_PR_CACHE_PUBLIC_KEY: joined }, true).seal;
    const content = Buffer.from('content');
    const seal = signing?.make?.(content) ?? Buffer.alloc(0);
    expect(reading?.holds(content, seal)).toBe(true);
    expect(reading?.holds(Buffer.from('other'), seal)).toBe(false);
    expect(reading?.make).toBeNull();
    expect(readBuildKeys(asPem, false).warning).toBeNull();
  });

  it('are none where no variable says anything', () => {
    expect(readBuildKeys({ CODESCENE_PR_CACHE_PRIVATE_KEY: '' }, false)).toEqual({
      seal: null,
      warning: null,
    });
  });

  it.each<{ what: string; env: Record<string, string>; isPullRequest?: boolean; says: string }>([
    {
      what: 'known to a pull request',
      env: asPem,
      isPullRequest: true,
      says: 'known to the build of a pull',
    },
    {
      what: 'of two pairs',
      env: {
        CODESCENE_PR_CACHE_PRIVATE_KEY,
        CODESCENE_PR_CACHE_PUBLIC_KEY: other.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      },
      says: 'do not belong together',
    },
    {
      what: 'of another kind',
      env: {
        CODESCENE_PR_CACHE_PRIVATE_KEY: rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      },
      says: 'PRIVATE_KEY holds no private Ed25519 key',
    },
    {
      what: 'a variable that was not replaced',
      env: { CODESCENE_PR_CACHE_PUBLIC_KEY: '$PUBLIC' },
      says: 'PUBLIC_KEY holds no public Ed25519 key',
    },
  ])('that are $what make nothing trusted, with a warning', ({ env, isPullRequest = false, says }) => {
    const { seal, warning } = readBuildKeys(env, isPullRequest);
    expect(seal).toBeNull();
    expect(warning).toContain(says);
  });
});
