import { describe, expect, it } from 'vitest';
import { parseRemoteUrl } from '../../src/context/index.ts';

describe('parseRemoteUrl', () => {
  it.each([
    'git@bitbucket.org:team/shop.git',
    'git@bitbucket.org:team/shop',
    'bitbucket.org:team/shop.git',
    'ssh://git@bitbucket.org/team/shop.git',
    'ssh://git@bitbucket.org:22/team/shop',
    'ssh://git@altssh.bitbucket.org:443/team/shop.git',
    'https://bitbucket.org/team/shop.git',
    'https://ada@bitbucket.org/team/shop.git',
    'https://x-token-auth:secret@bitbucket.org/team/shop',
    'http://bitbucket.org/team/shop',
    'https://BitBucket.org/team/shop/',
  ])('finds the repository in %s', (url) => {
    expect(parseRemoteUrl(url)).toEqual({ workspace: 'team', repoSlug: 'shop' });
  });

  it.each([
    '',
    'git@github.com:team/shop.git',
    'https://bitbucket.example.com/scm/TEAM/shop.git',
    'ssh://git@bitbucket.example.com:7999/team/shop.git',
    'https://bitbucket.org.example.com/team/shop',
    'https://example.com/bitbucket.org/team/shop',
    'https://bitbucket.org/team',
    'https://bitbucket.org/team/shop/src/main',
    'https://bitbucket.org/../shop',
    'https://bitbucket.org/te%2Fam/shop',
    'file:///srv/bitbucket.org/team/shop',
    '/srv/git/team/shop.git',
    '../shop.git',
    'C:\\git\\shop',
  ])('finds none in %j', (url) => {
    expect(parseRemoteUrl(url)).toBeNull();
  });
});
