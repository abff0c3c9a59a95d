import { describe, expect, it } from 'vitest';
import { measureBody } from '../measure-code.ts';

/** Blocks by their depth, as the rule writes them down: `nest('1 2 1')`. */
function nest(depths: string): string {
  let depth = 0;
  let code = '';
  for (const next of depths.split(' ').filter(Boolean).map(Number)) {
    code += `${'}'.repeat(Math.max(0, depth - next + 1))} while (a) {`;
    depth = next;
  }
  return code + '}'.repeat(depth);
}

describe('bumps', () => {
  it.each([
    ['', 0],
    ['1', 0],
    ['1 1 1', 0],
    ['1 2', 1],
    ['1 2 3 4', 1],
    ['1 2 1 2', 2],
    ['1 2 2 2', 1],
    ['1 2 3 2 3', 2],
    ['1 2 2 2 3 4 4', 2],
    ['1 2 2 3 3 3 2 1 1', 2],
    ['1 2 2 2 2 1 1 1 2 2 3 3 3 2', 3],
  ])('of blocks nested %j: %i', (depths, bumps) => {
    expect(measureBody(nest(depths)).bumps).toBe(bumps);
  });

  it.each([
    ['else with its if', 'if (a) { if (b) { c(); } else { d(); } } else { e(); }', 1],
    [
      'else-if with its if',
      'if (a) { if (b) { c(); } else if (d) { e(); } } else if (f) { if (g) { h(); } }',
      2,
    ],
    ['bodies without braces', 'for (const a of b) if (c) d(); if (e) { if (f) return; }', 2],
    ['a guard before what is nested deeper', 'for (;;) { if (a) continue; if (b) { if (c) { d(); } } }', 2],
    [
      'every kind of block',
      'for (;;) { switch (a) { case 1: for (const b of c) { do { d(); } while (e); } } }',
      1,
    ],
  ])('write down %s', (_, body, bumps) => {
    expect(measureBody(body).bumps).toBe(bumps);
  });

  it.each([
    ['try and catch', 'try { if (a) { b(); } } catch (e) { if (c) { d(); } }'],
    ['plain blocks', '{ if (a) { { b(); } } }'],
  ])('leave out %s', (_, body) => {
    expect(measureBody(body).bumps).toBe(0);
  });

  it.each([
    ['a constant', 'const move = () => { if (a) { if (b) { c(); } } };'],
    ['a wrapped constant', 'const move = useCallback(() => { if (a) { if (b) { c(); } } }, []);'],
    ['a property', 'const on = { move: () => { if (a) { if (b) { c(); } } } };'],
    ['a function expression', 'const move = function () { if (a) { if (b) { c(); } } };'],
  ])('of a function that is named inside, here by %s, are its own', (_, inner) => {
    const bump = 'if (a) { if (b) { c(); } }';
    expect(measureBody(inner).bumps).toBe(1);
    expect(measureBody(`${bump}\n${inner}\n${inner.replace('move', 'stop')}`).bumps).toBe(1);
    expect(measureBody(`${bump}\n${inner}\n${bump}`).bumps).toBe(2);
    expect(measureBody(`${bump}\n${inner.replaceAll(bump, bump.repeat(3))}`).bumps).toBe(3);
  });

  it('go on through callbacks', () => {
    expect(measureBody('if (a) { b.forEach((c) => { if (c) { d(); } }); }').bumps).toBe(1);
  });
});
