import { describe, expect, it } from 'vitest';
import { measureCode } from '../measure-code.ts';

const path = 'src/a.test.ts';

function blocksIn(code: string): readonly string[] {
  return measureCode(code, path).assertionBlocks.map(
    ({ line, endLine, assertions, testLine }) => `${line}-${endLine} of ${testLine}: ${assertions}`,
  );
}

describe('test files', () => {
  it.each([
    'a.test.ts',
    'src/a.spec.tsx',
    'a.cy.js',
    'a-test.js',
    'a_test.mjs',
    '__tests__/a.ts',
    'test/a.ts',
    'x/tests/y/a.ts',
  ])('are recognised by their path: %s', (name) => {
    expect(measureCode('', name).isTest).toBe(true);
  });

  it.each(['a.ts', 'latest.ts', 'contest/a.ts', 'src/testing.ts', 'test.ts', 'attest/b.ts'])(
    '%s is none',
    (name) => {
      expect(measureCode('', name).isTest).toBe(false);
    },
  );
});

describe('blocks of assertions', () => {
  it('are assertions that follow each other', () => {
    const code = `it('works', () => {
  expect(a).toBe(1);
  expect(b).not.toBe(2); // two
  run();
  expect(c).toBe(3);
  other();
  await expect(d).resolves.toBe(4);

  expect(e)
    .toBe(5);
});`;
    expect(blocksIn(code)).toEqual(['2-3 of 1: 2', '7-10 of 1: 2']);
  });

  it('are those of every library', () => {
    expect(
      blocksIn(
        'assert(a); assert.equal(a, b); t.assert.ok(a); chai.expect(a).to.be.ok; expectTypeOf(a); a.should.equal(b); assertThat(a);',
      ),
    ).toEqual(['1-1 of 1: 7']);
  });

  it('are not the other calls of a test', () => {
    expect(blocksIn('prepare(); run(); const a = expect(b); unexpected(); c.expectation;')).toEqual([]);
  });

  it('are told apart by the test that they stand in', () => {
    const test = "it('a', () => {\n  expect(a);\n  expect(b);\n});";
    const metrics = measureCode(
      `${test}\n${test.replace('(b)', '( b ) /* same */')}\n${test.replace('(b)', '(c)')}`,
      path,
    );
    expect(metrics.assertionBlocks.map(({ testLine }) => testLine)).toEqual([1, 5, 9]);
    const [first, second, third] = metrics.assertionBlocks.map(({ hash }) => hash);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('are not looked for outside of tests', () => {
    expect(measureCode('assert(a); assert(b);', 'src/a.ts').assertionBlocks).toEqual([]);
  });
});
