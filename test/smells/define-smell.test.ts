import { describe, expect, it } from 'vitest';
import { defineFileSmell } from '../../src/smells/define-smell.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

const documentation = {
  id: 'long-names',
  name: 'Long Names',
  severity: 'advisory',
  summary: 'Names are long.',
  why: 'They take time to read.',
  fix: 'Choose shorter ones.',
  limits: { maxLength: { default: 3, unit: 'letters', description: 'Longest allowed name.' } },
  examples: { bad: '\nfunction longer() {}\n', good: '\nfunction f() {}\n' },
  notes: [],
  references: ['Martin, Clean Code'],
} as const;

const file = createFile(
  [createFunction({ name: 'abcd', line: 5, endLine: 9 }), createFunction({ name: 'ab' })],
  {
    lines: 40,
  },
);

describe('defineFileSmell', () => {
  it('places a finding on the whole file', () => {
    const smell = defineFileSmell({
      ...documentation,
      detect: ({ functions }, { maxLength: limit }) => [{ measured: functions.length, limit }],
      message: ({ measured, limit }) => `The file has ${measured} (limit ${limit})`,
    });
    expect(smell.level).toBe('file');
    expect(smell.detect(file, { maxLength: 1 })).toEqual([
      { function: null, line: 1, endLine: 40, measured: 2, limit: 1, message: 'The file has 2 (limit 1)' },
    ]);
  });

  it('places a finding on one of the functions', () => {
    const smell = defineFileSmell({
      ...documentation,
      level: 'function',
      detect: ({ functions }, { maxLength: limit }) =>
        functions.flatMap(({ name }, index) =>
          name.length > limit ? [{ function: index, subject: name, measured: name.length, limit }] : [],
        ),
      message: ({ subject, measured, limit }) => `${subject} has ${measured} letters (limit ${limit})`,
    });
    expect(smell.level).toBe('function');
    expect(smell.detect(file, { maxLength: 3 })).toEqual([
      { function: 0, line: 5, endLine: 9, measured: 4, limit: 3, message: 'abcd has 4 letters (limit 3)' },
    ]);
  });

  it('places a finding on a stretch of the file', () => {
    const smell = defineFileSmell({
      ...documentation,
      detect: () => [
        { measured: 1, limit: 0, line: 7 },
        { measured: 1, limit: 0, line: 8, endLine: 12 },
      ],
      message: () => 'found',
    });
    expect(smell.detect(file, {}).map(({ line, endLine }) => [line, endLine])).toEqual([
      [7, 7],
      [8, 12],
    ]);
  });

  it('trims the examples', () => {
    const smell = defineFileSmell({ ...documentation, detect: () => [], message: () => '' });
    expect(smell.examples).toEqual({ bad: 'function longer() {}', good: 'function f() {}' });
  });
});
