import { describe, expect, it } from 'vitest';
import { pipelinePage, sourcePage } from '../../../src/publish/bitbucket-cloud/pages.ts';

const target = { workspace: 'acme', repoSlug: 'shop', commit: '0123456789ab', pullRequest: 7 };

describe('the address of a source line', () => {
  it.each([
    ['src/a.ts', 3, 'src/a.ts#lines-3'],
    ['src/a.ts', null, 'src/a.ts'],
    ['a b/#1?.ts', 1, 'a%20b/%231%3F.ts#lines-1'],
    ['app/(group)/[id]/page.ts', 1, 'app/%28group%29/%5Bid%5D/page.ts#lines-1'],
    ['a_b*c~d!.ts', null, 'a%5Fb%2Ac%7Ed%21.ts'],
    ['größe.ts', null, 'gr%C3%B6%C3%9Fe.ts'],
    ['100%.ts', null, '100%25.ts'],
    ['\ud800.ts', null, '%EF%BF%BD.ts'],
  ])('of %j, line %j', (path, line, expected) => {
    expect(sourcePage(target, path, line)).toBe(
      `https://bitbucket.org/acme/shop/src/0123456789ab/${expected}`,
    );
  });
});

it('the page of a pipeline needs a build number', () => {
  expect(pipelinePage(target)).toBeNull();
  expect(pipelinePage({ ...target, buildNumber: 17 })).toBe(
    'https://bitbucket.org/acme/shop/pipelines/results/17',
  );
});
