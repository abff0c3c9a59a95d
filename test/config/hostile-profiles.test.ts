import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readError, readProblems } from './read-problems.ts';

const limit = 65_536;
/** Long enough to exhaust the stack of a careless reader. */
const fill = (part: string): string => part.repeat(Math.floor(30_000 / part.length));

describe('a hostile profile', () => {
  it.each([
    ['brackets', fill('[')],
    ['braces', fill('{a: ')],
    ['dashes', fill('- ')],
    ['question marks', fill('? ')],
    ['closed brackets', `files: ${'['.repeat(15_000)}${']'.repeat(15_000)}`],
    ['indented keys', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('of nested %s is refused for its depth', (_, text) => {
    expect(readProblems(text)).toMatchObject([{ message: 'expected at most 24 levels' }]);
  });

  it('of aliases that multiply is refused for its size', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]`;
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const text = names
      .map((name, index) => level(name, index === 0 ? 'x' : `*${names[index - 1]}`))
      .join('\n');
    expect(readProblems(text)).toMatchObject([
      { message: 'expected at most 20000 values, aliases written out' },
    ]);
  });

  it('whose alias contains itself is refused', () => {
    const messages = readProblems('goals: &goals [*goals]\n').map(({ message }) => message);
    expect(messages).toContain('expected an alias that does not contain itself');
  });

  it('of more characters than anyone writes is refused', () => {
    expect(readProblems('#'.repeat(limit + 1))).toMatchObject([
      { message: 'expected at most 65536 characters, got 65537: is this a profile?' },
    ]);
  });

  it.each([
    ['lists', `files: { exclude: [${fill('[],')}] }`],
    ['tags', fill('!a ')],
    ['aliases', fill('*a ')],
    ['quotes', fill('"')],
    ['anchors', fill('a: &a x\n')],
    ['documents', fill('---\n')],
    ['keys', Array.from({ length: 3000 }, (_, index) => `k${index}: 1`).join('\n')],
  ])('of very many %s is refused with a message of bounded length', (_, text) => {
    const error = readError(text);
    expect(error?.problems.length).toBeGreaterThan(0);
    expect(error?.message.length).toBeLessThan(20_000);
  });

  it('says how many problems it does not print', () => {
    const text = Array.from({ length: 30 }, (_, index) => `key${index}: 1`).join('\n');
    expect(readError(text)?.problems).toHaveLength(30);
    expect(readError(text)?.message).toMatch(/\n… and 10 more problems$/);
  });

  it('never reaches the terminal with a control character', () => {
    const piece = fc.constantFrom(
      '\u001b[31m',
      '\u0007',
      '\u009b',
      '\u202e',
      '\u2028',
      '\u007f',
      'version',
      ': ',
      '\n',
      '"',
      '\\e',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const message = readError(given)?.message ?? '';
        expect(message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('leads to a ConfigurationError and to nothing else, whatever it is', () => {
    const words = fc.constantFrom(
      'version',
      'rules',
      'gates',
      'overrides',
      'files',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!',
      '"',
      "'",
      '|',
      '>',
      '#',
      '1',
      'on',
      '?',
      '%YAML',
      '---',
      '\t',
      '<<',
    );
    const text = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (given) => {
        for (const { line, column } of readProblems(given)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a credential in a profile', () => {
  const secret = 'ATATT3xFfGF0-secret-value=';

  it.each([
    [
      'for the name of a variable',
      `connections:\n  ours:\n    type: access-token\n    token-variable: ${secret}\n`,
    ],
    [
      'on a line of its own',
      `connections:\n  ours:\n    type: access-token\n    token-variable:\n      ${secret}\n`,
    ],
    ['under an unknown key', `connections:\n  ours: { type: access-token, token: ${secret} }\n`],
    [
      'in an address',
      `connections:\n  ours: { type: access-token, url: "https://x:${secret}@example.com" }\n`,
    ],
    ['for a type', `connections:\n  ours: { type: ${secret} }\n`],
    ['for a connection', `connections:\n  ours: ${secret}\n`],
    ['under a misspelt section', `connection: { ours: { token: ${secret} } }\n`],
    ['before a syntax error', `connections: { ours: { token: ${secret}\n`],
  ])('%s is not repeated', (_, text) => {
    const error = readError(text);
    expect(error).not.toBeNull();
    expect(JSON.stringify([error?.message, error?.problems, error?.hint])).not.toContain('ATATT3');
  });
});
