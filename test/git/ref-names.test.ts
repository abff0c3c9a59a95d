import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBranchName, isCommitHash, isRevision } from '../../src/git/ref-names.ts';

describe('isBranchName', () => {
  it.each([
    'main',
    'feature/x',
    'feature/Ünïcode-✓',
    'a.b',
    '#1',
    'user@host',
    'x@',
    '%41',
    "it's",
    'a"b',
    '+x',
  ])('takes %s', (name) => expect(isBranchName(name)).toBe(true));

  it.each([
    '',
    '@',
    'HEAD',
    '-x',
    '/a',
    'a/',
    'a//b',
    'a.',
    'a..b',
    '.a',
    'a/.b',
    'a.lock',
    'a.lock/b',
    'a b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[b',
    'a\\b',
    'a@{1}',
    'a\u0000b',
    'a\u007fb',
    'a\u0085b',
  ])('refuses %j', (name) => expect(isBranchName(name)).toBe(false));

  it('takes what git takes for a name, but for options and what means HEAD', () => {
    expect(isBranchName('a'.repeat(1001))).toBe(false);
    const piece = fc.constantFrom(
      'a',
      'B',
      '/',
      '.',
      '..',
      '-',
      '@',
      '{',
      '~',
      '^',
      ':',
      '?',
      '*',
      '[',
      '\\',
      ' ',
      '.lock',
      'é',
    );
    const name = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(name, (text) => {
        const { status } = spawnSync('git', ['check-ref-format', `refs/heads/${text}`], { stdio: 'ignore' });
        return isBranchName(text) === (status === 0 && !text.startsWith('-') && text !== '@');
      }),
      { numRuns: 150 },
    );
  });
});

describe('isRevision and isCommitHash', () => {
  it('let hashes of 7 to 64 digits pass', () => {
    expect(['8d08154', '8D081548CABB', 'a'.repeat(40), 'b'.repeat(64)].every(isCommitHash)).toBe(true);
    expect(['8d0815', 'a'.repeat(65), 'xyz1234', '8d08154\n', '', 'HEAD'].some(isCommitHash)).toBe(false);
  });

  it('let revisions pass that are not options', () => {
    expect(['HEAD~3', 'origin/main', 'v1^{}', 'HEAD^{/fix bug}'].every(isRevision)).toBe(true);
    expect(['', '-x', '--all', 'a\u0000', 'a\nb'].some(isRevision)).toBe(false);
  });
});
