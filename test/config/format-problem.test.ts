import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/config/format-problem.ts';
import { readError } from './read-problems.ts';

const problem = { file: 'a.yml', line: 1, column: 1, key: 'x', message: 'unknown key', suggestion: null };

describe('a problem for the terminal', () => {
  it('has place, key, message, suggestion and a picture', () => {
    expect(readError('version: 1\nrules:\n  complex-methd: off\n')?.message).toBe(
      [
        '.codescene/quality-profile.yml:3:3  rules.complex-methd: unknown key. Did you mean "complex-method"?',
        '  3 |   complex-methd: off',
        '    |   ^',
      ].join('\n'),
    );
  });

  it('puts the caret under the value where the value is wrong', () => {
    expect(readError('gates:\n  supervise-goals: yes')?.message.split('\n').slice(1)).toEqual([
      '  2 |   supervise-goals: yes',
      '    |                    ^',
    ]);
  });

  it('leaves out the key of a syntax error', () => {
    expect(readError('rules:\n\ta: off')?.message).toBe(
      [
        '.codescene/quality-profile.yml:2:1  tabs cannot indent YAML: use spaces',
        '  2 | ␉a: off',
        '    | ^',
      ].join('\n'),
    );
  });

  it('keeps the caret in place behind characters of two code units', () => {
    expect(formatProblem({ ...problem, column: 8 }, '"🙂🙂": x: 1')).toBe(
      ['a.yml:1:8  x: unknown key', '  1 | "🙂🙂": x: 1', '    |      ^'].join('\n'),
    );
  });

  it('cuts a long line around the caret', () => {
    const [, line = '', caret = ''] = formatProblem(
      { ...problem, column: 301 },
      `${'a'.repeat(300)}!${'b'.repeat(300)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line[caret.indexOf('^')]).toBe('!');
  });

  it('has no picture of a line that may hold a credential', () => {
    expect(formatProblem(problem, 'x: { api_key: abc }')).toBe('a.yml:1:1  x: unknown key');
  });

  it('has no picture of a line that does not exist', () => {
    expect(formatProblem({ ...problem, line: 9 }, 'x: 1')).toBe('a.yml:9:1  x: unknown key');
  });
});
