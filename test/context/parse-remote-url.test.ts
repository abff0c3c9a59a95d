import { describe, expect, it } from 'vitest';
import { parseRemoteUrl, parseServerUrl } from '../../src/context/index.ts';

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

describe('parseServerUrl', () => {
  it.each([
    ['https://bitbucket.example.com/scm/SHOP/web.git', 'SHOP'],
    ['https://ada@bitbucket.example.com:8443/context/scm/shop/web', 'shop'],
    ['https://bitbucket.example.com/scm/~ada/web.git', '~ada'],
    ['ssh://git@bitbucket.example.com:7999/SHOP/web.git', 'SHOP'],
    ['ssh://git@bitbucket.example.com:7999/~ada/web.git', '~ada'],
    ['git@bitbucket.example.com:SHOP/web.git', 'SHOP'],
  ])('finds the project and the repository in %s', (url, workspace) => {
    expect(parseServerUrl(url)).toEqual({ workspace, repoSlug: 'web' });
  });

  it.each([
    '',
    'https://bitbucket.org/scm/shop/web.git',
    'git@bitbucket.org:team/shop.git',
    'https://github.example.com/shop/web.git',
    'https://bitbucket.example.com/scm/SHOP',
    'https://bitbucket.example.com/scm/SHOP/../web.git',
    'https://bitbucket.example.com/scm/SH%2FOP/web.git',
    'ssh://git@bitbucket.example.com:7999/SHOP/more/web.git',
    'file:///scm/SHOP/web.git',
    '../web.git',
  ])('finds none in %j', (url) => {
    expect(parseServerUrl(url)).toBeNull();
  });
});
