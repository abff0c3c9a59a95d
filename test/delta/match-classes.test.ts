import { describe, expect, it } from 'vitest';
import { matchFunctions } from '../../src/delta/index.ts';
import { matchClasses } from '../../src/delta/match-classes.ts';
import { createFile, createFunction } from '../helpers/create-metrics.ts';

/** A file of classes, each function with a body of its own: `{ Order: ['pay', 'ship'] }`. */
const fileOf = (classes: Readonly<Record<string, readonly string[]>>) =>
  createFile(
    Object.entries(classes).flatMap(([owner, names]) =>
      names.map((body) => createFunction({ name: `${owner}.${body}`, bodyHash: body })),
    ),
    {
      classes: Object.keys(classes).map((name) => ({
        name,
        line: 1,
        endLine: 9,
        functions: 1,
        cohesionGroups: 1,
      })),
    },
  );

const match = (old: Parameters<typeof fileOf>[0], head: Parameters<typeof fileOf>[0]) => {
  const [before, after] = [fileOf(old), fileOf(head)];
  return Object.fromEntries(matchClasses(before, after, matchFunctions(before, after)));
};

describe('matchClasses', () => {
  it('keeps a class of the same name, wherever its functions went', () => {
    expect(match({ A: ['f', 'g'], B: ['h'] }, { A: ['h'], B: ['f', 'g'] })).toEqual({ A: 'A', B: 'B' });
    expect(match({ A: ['f', 'g'] }, { A: ['h'], B: ['f', 'g'] })).toEqual({ A: 'A' });
    expect(match({ A: ['f', 'g'], B: ['h'] }, { B: ['f', 'g'] })).toEqual({ B: 'B' });
  });

  it('takes the class that most functions are found in again', () => {
    expect(match({ A: ['f', 'g', 'h'] }, { C: ['f'], B: ['g', 'h'] })).toEqual({ A: 'B' });
    expect(match({ A: ['f', 'g', 'h'] }, { B: ['f'], C: ['g', 'h'] })).toEqual({ A: 'C' });
  });

  it('gives a class to the one that brought it most, and each one once', () => {
    expect(match({ A: ['f'], B: ['g', 'h'] }, { C: ['f', 'g', 'h'] })).toEqual({ B: 'C' });
    expect(match({ A: ['f'], B: ['g', 'h'] }, { C: ['f', 'g'], D: ['h'] })).toEqual({ A: 'C', B: 'D' });
  });

  it('decides between equals by name', () => {
    expect(match({ A: ['f', 'g'] }, { C: ['f'], B: ['g'] })).toEqual({ A: 'B' });
    expect(match({ B: ['f'], A: ['g'] }, { C: ['f', 'g'] })).toEqual({ A: 'C' });
  });

  it('has none for a class whose functions are gone, or are no class any more', () => {
    expect(match({ A: ['f'] }, { B: ['g'] })).toEqual({});
    const [old, head] = [
      fileOf({ A: ['f', 'g'] }),
      createFile([createFunction({ name: 'f', bodyHash: 'f' })]),
    ];
    expect(matchClasses(old, head, matchFunctions(old, head))).toEqual(new Map());
    expect(matchClasses(head, old, matchFunctions(head, old))).toEqual(new Map());
  });
});
