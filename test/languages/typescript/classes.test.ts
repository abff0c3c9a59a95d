import { describe, expect, it } from 'vitest';
import { measureCode } from '../measure-code.ts';

function groupsIn(members: string): number | undefined {
  return measureCode(`class A { ${members} }`).classes[0]?.cohesionGroups;
}

describe('classes', () => {
  it('are listed with their place and their functions', () => {
    const code = `
export class Cart {
  items = [];
  add = (item) => {};
  constructor() {}
  get total() { return 0; }
  set total(value) {}
  clear() {}
  abstract missing(): void;
}
const Anonymous = class { run() {} };`;
    expect(measureCode(code).classes).toEqual([
      { name: 'Cart', line: 2, endLine: 10, functions: 5, cohesionGroups: 0 },
      { name: 'Anonymous', line: 11, endLine: 11, functions: 1, cohesionGroups: 0 },
    ]);
  });

  it('are found in functions and namespaces', () => {
    const code = 'namespace A { class B {} } function c() { return class D {}; }';
    expect(measureCode(code).classes.map(({ name }) => name)).toEqual(['A.B', 'D']);
  });
});

describe('groups of functions that share neither state nor calls', () => {
  it.each([
    ['no function', 'a = 1; constructor() { this.a = 2; }', 0],
    ['functions that use nothing and that none uses', 'a() {} b() {}', 0],
    [
      'functions that share a field',
      'a() { this.x; } b() { this.x = 1; } c() { this.y; } d() { this.y; }',
      2,
    ],
    ['a function that shares nothing', 'a() { this.x; } b() { this.x; } c() { this.y; }', 1],
    ['functions that call each other', 'a() { this.b(); } b() {} c() {}', 1],
    [
      'a chain of calls and fields',
      'a() { this.b(); } b() { this.x; } c() { this.x; this.y; } d() { this.y; }',
      1,
    ],
    ['fields that hold a function', 'a = () => this.x + 1; b = () => this.x + 2;', 1],
    [
      'functions that only read a field',
      'a() { return this.x; } b = () => this.x; get c() { return this.x; }',
      0,
    ],
    ['functions that only set a field', 'a(b) { this.x = b; } set c(d) { this.x = d; }', 0],
    [
      'functions that do more',
      'a() { return this.x.y; } b(c) { this.x = c + 1; } d(e) { this.x = e; e(); }',
      1,
    ],
    [
      'functions that return nothing or do nothing',
      'a() { return; } b() {} c() { this.x(); return this.x; }',
      0,
    ],
    [
      'accessors of one name',
      'get a() { return this.x + 1; } set a(b) { this.y = b + 1; } c() { this.y; }',
      1,
    ],
    [
      'the constructor, which would join all',
      'constructor() { this.x; this.y; } a() { this.x; } b() { this.x; } c() { this.y; } d() { this.y; }',
      2,
    ],
    ['private names', 'a() { return this.#x + 1; } b(c) { return #x in c; }', 1],
    ['names in brackets', "a() { return this['x']; } b() { return this.x + 1; }", 1],
    ['fields that are taken apart', 'a() { const { x, y: z } = this; } b() { this.y; }', 1],
    ['static members, which share no object', 'static a() { A.x; } static b() { A.x; } static { A.x; }', 0],
    ["what a class's name stands before", 'a() { A.x; } b() { A.x; }', 1],
    ['this in callbacks', 'a() { c.map(() => this.x); } b() { this.x; }', 1],
    [
      'another this in functions and classes',
      'a() { (function () { this.x; }); (class { c() { this.x; } }); this.y; } b() { this.x; } d() { this.x; } e() { this.y; }',
      2,
    ],
    [
      'names of other objects',
      'a() { c.x; this.y; } b() { d.x; this.z; } e() { this.y; } f() { this.z; }',
      2,
    ],
  ])('of %s: %i', (_, members, groups) => {
    expect(groupsIn(members)).toBe(groups);
  });
});
