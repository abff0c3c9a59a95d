import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveWithin } from '../../src/publish/api-url.ts';

const base = 'https://api.bitbucket.org/2.0';

describe('resolveWithin', () => {
  it('puts a path behind the base', () => {
    expect(resolveWithin(base, '/repositories/a/b?page=2')?.href).toBe(`${base}/repositories/a/b?page=2`);
  });

  it('takes a link that stays below the base', () => {
    expect(resolveWithin(base, `${base}/repositories/a/b?page=2`)?.href).toBe(
      `${base}/repositories/a/b?page=2`,
    );
  });

  it('turns a link of the API into http where everything goes through the proxy', () => {
    const url = resolveWithin('http://api.bitbucket.org/2.0', `${base}/repositories/a`);
    expect(url?.href).toBe('http://api.bitbucket.org/2.0/repositories/a');
  });

  it.each([
    'https://evil.example/2.0/x',
    'https://api.bitbucket.org.evil.example/2.0/x',
    'https://api.bitbucket.org:8443/2.0/x',
    'https://user@api.bitbucket.org/2.0/x',
    'https://api.bitbucket.org@evil.example/2.0/x',
    'https://api.bitbucket.org/2.0extra/x',
    'https://api.bitbucket.org/1.0/x',
    'http://api.bitbucket.org/2.0/x',
    '/../1.0/x',
    '/x/%2e%2e/%2e%2e/1.0',
    '/..\\..\\x',
    'repositories',
    '@evil.example/x',
    '.evil.example/x',
    'javascript:alert(1)',
    '',
  ])('refuses %j', (address) => {
    expect(resolveWithin(base, address)).toBeNull();
  });

  it('never leads to another origin or out of the base, whatever the path', () => {
    const piece = fc.constantFrom(
      '/',
      '..',
      '.',
      '\\',
      '@',
      ':',
      '%2e',
      '%2f',
      'evil.example',
      '//',
      '?',
      '#',
      'a',
      '\t',
    );
    const address = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 8 }).map((pieces) => base + pieces.join('')),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(address, (given) => {
        const url = resolveWithin(base, given);
        return (
          url === null || (url.origin === 'https://api.bitbucket.org' && url.pathname.startsWith('/2.0/'))
        );
      }),
      { numRuns: 1000 },
    );
  });
});
