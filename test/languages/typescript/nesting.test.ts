import { describe, expect, it } from 'vitest';
import { measureBody, template } from '../measure-code.ts';

describe('nesting depth', () => {
  it.each([
    ['nothing nested', 'a();', 0],
    ['an if', 'if (a) { b(); }', 1],
    ['two ifs side by side', 'if (a) { b(); } if (c) { d(); }', 1],
    ['an if in an if', 'if (a) { if (b) { c(); } }', 2],
    [
      'each kind of loop',
      'for (;;) { for (const a of b) { for (const c in d) { while (e) { do { f(); } while (g); } } } }',
      5,
    ],
    ['a switch and what is in it', 'switch (a) { case 1: if (b) { c(); } }', 2],
    ['bodies without braces', 'for (const a of b) if (c) while (d) e();', 3],
    ['what is nested in an else', 'if (a) { b(); } else { if (c) { d(); } }', 2],
    [
      'else-if on the level of its if',
      'if (a) { b(); } else if (c) { d(); } else if (e) { f(); } else { g(); }',
      1,
    ],
    ['an if in an else-if', 'if (a) { b(); } else if (c) { if (d) { e(); } }', 2],
    [
      'try, catch and finally, which add none',
      'try { if (a) { b(); } } catch { if (c) { d(); } } finally { e(); }',
      1,
    ],
    ['blocks by themselves, which add none', '{ { if (a) { b(); } } }', 1],
    ['conditional expressions, which add none', 'if (a) { b(c ? d : e ? f : g); }', 1],
    ['callbacks, which add none and begin no new count', 'if (a) { b.map((c) => { if (c) { d(); } }); }', 2],
    ['callbacks in a condition, which are outside', 'if (a.some((b) => { if (b) { c(); } })) { d(); }', 1],
    [
      'template literals, which are not looked into',
      `const a = ${template('b.map((c) => { if (c) { for (;;) { } } })')};`,
      0,
    ],
  ])('counts %s', (_, body, depth) => {
    expect(measureBody(body).maxNestingDepth).toBe(depth);
  });

  it('is not raised by JSX', () => {
    expect(
      measureBody('return <ul>{a.map((b) => <li>{b && <p/>}</li>)}</ul>;', 'a.tsx').maxNestingDepth,
    ).toBe(0);
  });
});
