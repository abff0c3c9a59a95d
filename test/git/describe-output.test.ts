import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeOutput,
  escapeControlCharacters,
  quoted,
  redactCredentials,
} from '../../src/git/describe-output.ts';

describe('describeOutput', () => {
  it('puts the lines side by side and cuts a flood', () => {
    expect(describeOutput('remote: no\n\nfatal: really\r\n')).toBe('remote: no | fatal: really');
    expect(describeOutput('x'.repeat(5000)).length).toBeLessThan(700);
  });

  it('shows neither user names nor passwords of URLs', () => {
    const secret = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.~:@/%!'), minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(secret, fc.constantFrom('https', 'http', 'ssh'), (password, scheme) => {
        const text = `fatal: unable to access '${scheme}://user:${password}@example.com/x.git/': refused`;
        expect(describeOutput(text)).toBe(
          `fatal: unable to access '${scheme}://***@example.com/x.git/': refused`,
        );
      }),
    );
    expect(redactCredentials('https://example.com/a git@bitbucket.org:a/b.git')).toBe(
      'https://example.com/a git@bitbucket.org:a/b.git',
    );
  });

  it('lets no control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(describeOutput(text)).not.toMatch(/\p{Cc}/u);
        expect(quoted(text)).not.toMatch(/\p{Cc}/u);
        expect(escapeControlCharacters(text)).not.toMatch(/\p{Cc}/u);
      }),
    );
    expect(escapeControlCharacters('a\u001b\u009b\u007f')).toBe('a\\u001b\\u009b\\u007f');
  });
});
