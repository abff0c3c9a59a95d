import { describe, expect, it } from 'vitest';
import { measureCode, measureFunctionIn, namesIn } from '../measure-code.ts';

/** `name first-last complexity linesOfCode` of each function. */
function outline(code: string, path?: string): readonly string[] {
  return measureCode(code, path).functions.map(
    ({ name, line, endLine, cyclomaticComplexity, linesOfCode }) =>
      `${name} ${line}-${endLine} cc ${cyclomaticComplexity} loc ${linesOfCode}`,
  );
}

describe('functions inside functions', () => {
  it.each([
    ['a callback', 'list.map((b) => {\nif (b) {}\n});'],
    ['a function expression as an argument', 'list.map(function (b) {\nif (b) {}\n});'],
    ['an arrow function of a variable', 'const b = () => {\nif (c) {}\n};'],
    ['an arrow function that a hook wraps', 'const b = useCallback(() => {\nif (c) {}\n}, []);'],
    ['an arrow function of a property', 'call({ b: () => {\nif (c) {}\n} });'],
    ['an arrow function that is assigned', 'this.b = () => {\nif (c) {}\n};'],
    ['an arrow function that is returned', 'return () => {\nif (c) {}\n};'],
  ])('belong to it: %s', (_, body) => {
    expect(outline(`function a() {\n${body}\n}`)).toEqual(['a 1-5 cc 2 loc 5']);
  });

  it('are measured by themselves where they are declared, and end the outer one on the line before', () => {
    const code = `function outer() {
  if (a) {}

  // what comes next
  function inner() {
    if (b && c) {}
  }
  if (d || e || f) {}
}`;
    expect(outline(code)).toEqual(['outer 1-4 cc 2 loc 2', 'inner 5-7 cc 3 loc 3']);
  });

  it.each([
    ['a method of an object', '{\nreturn {\nb() {\n}\n};\n}', 'a 1-2', 'b'],
    ['an accessor of an object', '{\nreturn {\nget b() {\nreturn 1; }\n};\n}', 'a 1-2', 'b'],
    ['a method of a class', '{\nclass B {\nc() {\n}\n}\n}', 'a 1-2', 'B.c'],
    ['a field of a class', '{\nreturn class B {\nc = () => {\n};\n};\n}', 'a 1-2', 'B.c'],
    ['a function expression with a name', '{\ncall(\nfunction b() {\n});\n}', 'a 1-2', 'b'],
    ['a declaration in a callback', '{\nlist.map(() => {\nfunction b() {\n}\n});\n}', 'a 1-2', 'b'],
  ])('are measured by themselves: %s', (_, body, outer, inner) => {
    const { functions } = measureCode(`function a() ${body}`);
    expect(functions.map(({ name }) => name)).toEqual(['a', inner]);
    expect(`a ${functions[0]?.line}-${functions[0]?.endLine}`).toBe(outer);
  });

  it('end only the function that they stand in', () => {
    const code = 'function a() {\nfunction b() {\nfunction c() {\n}\nif (d) {}\n}\nif (e) {}\n}';
    expect(outline(code)).toEqual(['a 1-1 cc 1 loc 1', 'b 2-2 cc 1 loc 1', 'c 3-4 cc 1 loc 2']);
  });

  it('leave to the outer one what stands before them on the same line', () => {
    expect(outline('const a = (b) => (b ? { c() {} } : undefined);')).toEqual([
      'a 1-1 cc 2 loc 1',
      'c 1-1 cc 1 loc 1',
    ]);
  });

  it('leave out of the outer one what follows: nesting, bumps, conditions and literals', () => {
    const code = `function outer() {
  function inner() {}
  while (a && b && c) { if (d) { e(); } }
  return \`
  \`;
}`;
    expect(measureFunctionIn(code)).toMatchObject({
      maxNestingDepth: 0,
      bumps: 0,
      complexConditions: [],
      embeddedBlocks: [],
    });
  });

  it('begin their own nesting at zero', () => {
    const code = 'function outer() { if (a) { if (b) { function inner() { if (c) {} } } } }';
    expect(measureFunctionIn(code, 'inner').maxNestingDepth).toBe(1);
    expect(measureFunctionIn(code, 'outer').maxNestingDepth).toBe(2);
  });

  it('leave JSX with the outer one, wherever it stands', () => {
    const code = 'function Outer() { function handle() {} return <p/>; }';
    expect(measureFunctionIn(code, 'Outer', 'a.tsx').containsJsx).toBe(true);
    expect(measureFunctionIn(code, 'handle', 'a.tsx').containsJsx).toBe(false);
  });
});

describe('functions inside a function with an inline object type among its parameters', () => {
  it('are measured by themselves where a constant names an arrow function with a block', () => {
    const code = `const List = ({ items }: { items: Item[] }) => {
  if (a) {}
  const remove = (item: Item) => {
    if (b && c) {}
  };
  if (d) {}
};`;
    expect(outline(code)).toEqual(['List 1-2 cc 2 loc 2', 'remove 3-5 cc 3 loc 3']);
  });

  it('are measured by themselves for a literal type among the parameters, too', () => {
    const code = `function Panel({ onSave }: Omit<Props, 'open'>) {
  const save = () => {
    if (a) {}
  };
}`;
    expect(outline(code)).toEqual(['Panel 1-1 cc 1 loc 1', 'save 2-4 cc 2 loc 3']);
  });

  it('are measured by themselves for a type deep inside, too', () => {
    const code = `function run(load: (a: string) => Promise<{ log: string }>) {
  try {
    const onOutput = (chunk) => {
      if (b) {}
    };
  } finally {}
}`;
    expect(outline(code)).toEqual(['run 1-2 cc 1 loc 2', 'onOutput 3-5 cc 2 loc 3']);
  });

  it.each([
    ['arrow functions without a block', 'const b = (c) => c;'],
    ['function expressions', 'const b = function () {};'],
    ['wrapped arrow functions', 'const b = useCallback(() => {}, []);'],
    ['arrow functions in callbacks', 'useEffect(() => { const b = () => {}; }, []);'],
    ['callbacks', 'list.map((b) => {});'],
    ['arrow functions that a property names', 'start({ onOutput: (b) => {} });'],
  ])('belong to it: %s', (_, body) => {
    expect(namesIn(`function a({ items }: { items: Item[] }) { ${body} }`)).toEqual(['a']);
  });

  it('belong to it where the type has a name, or is that of the result', () => {
    expect(namesIn('function a({ b }: B): { c: string } { const d = () => {}; }')).toEqual(['a']);
  });
});
