import { describe, expect, it } from 'vitest';
import { measureFunctionIn } from '../measure-code.ts';

describe('parameters', () => {
  it.each([
    ['', 0],
    ['a, b, c', 3],
    ['{ a, b, c }', 1],
    ['[a, b], ...rest', 2],
    ['a = 1, b?: string', 2],
    ['this: Window, a: string', 1],
  ])('of (%s): %i', (parameters, count) => {
    expect(measureFunctionIn(`function f(${parameters}) {}`).parameters).toBe(count);
  });

  it('are those of the function alone, not of callbacks in it', () => {
    expect(measureFunctionIn('function f(a) { b.reduce((c, d, e) => c, 0); }').parameters).toBe(1);
  });

  it('are the parameter properties of a constructor, too', () => {
    expect(measureFunctionIn('class A { constructor(private a: string, readonly b: B) {} }').parameters).toBe(
      2,
    );
  });

  it.each([
    ['string', 'string'],
    ['number', 'other-primitive'],
    ['boolean', 'other-primitive'],
    ['bigint', 'other-primitive'],
    ['string | null', 'string'],
    ['undefined | string', 'string'],
    ['(string) | (null | undefined)', 'string'],
    ['number | undefined', 'other-primitive'],
    ['string | number', 'other-primitive'],
    ['string[]', 'structured'],
    ["'a' | 'b'", 'structured'],
    ['string | Name', 'structured'],
    ['string & { brand: 1 }', 'structured'],
    ['any', 'structured'],
    ['unknown', 'structured'],
    ['null', 'structured'],
    ['(a: string) => void', 'structured'],
    ['{ a: string }', 'structured'],
    ['Name', 'structured'],
  ])('of type %s are %s', (type, expected) => {
    expect(measureFunctionIn(`function f(a: ${type}) {}`).parameterTypes).toEqual([expected]);
  });

  it('without a type are untyped, with a default value or not', () => {
    expect(measureFunctionIn('function f(a, b = 1, { c }) {}').parameterTypes).toEqual(
      Array(3).fill('untyped'),
    );
  });

  it('may be optional or have a default value', () => {
    expect(measureFunctionIn('function f(a?: string, b: number = 1) {}').parameterTypes).toEqual([
      'string',
      'other-primitive',
    ]);
  });
});
