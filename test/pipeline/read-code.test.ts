import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../../src/check-pull-request.ts';
import { reviewRepository } from '../../src/review-repository.ts';
import { complex, healthy } from '../end-to-end/source-code.ts';
import { createRepository, testEnvironment } from '../helpers/create-repository.ts';

const lines = (text: string) => text.split('\n');

describe('the code that a report speaks of', () => {
  it('is there on both sides where findings stand, under the path of its side', async () => {
    const repository = createRepository();
    const [old, head] = [complex(10), complex(14)];
    repository.commit('Change', { 'src/old.ts': old, 'src/quiet.ts': healthy() });
    repository.commit('Change', { 'src/old.ts': null, 'src/new.ts': head, 'src/quiet.ts': healthy('sum') });
    const { readCode } = await checkPullRequest({
      cwd: repository.root,
      env: testEnvironment(),
      options: { target: 'HEAD~1', source: 'HEAD' },
    });
    const code = await readCode();
    expect(code('src/old.ts', 'old')).toEqual(lines(old));
    expect(code('src/new.ts', 'new')).toEqual(lines(head));
    expect(code('src/quiet.ts', 'new')).toBeNull();
    expect(code('src/new.ts', 'old')).toBeNull();
  });

  it('is that of the working tree where this is reviewed, without its line breaks', async () => {
    const repository = createRepository();
    repository.commit('Change', { 'a.ts': complex(10) });
    repository.write({ 'a.ts': complex(12).replaceAll('\n', '\r\n') });
    const { readCode } = await reviewRepository({ cwd: repository.root, env: testEnvironment() });
    expect((await readCode())('a.ts', 'new')).toEqual(lines(complex(12)));
  });
});
