import { lowCohesion } from '../../src/smells/low-cohesion.ts';
import { testSmell } from '../helpers/test-smell.ts';

/** A class of functions that share one of some fields each. */
const classOf = (functions: number, groups: number) => {
  const members = Array.from({ length: functions }, (_, index) => `m${index}() { this.f${index % groups}; }`);
  return `class A {\n${members.join('\n')}\n}`;
};

testSmell(lowCohesion, {
  good: [
    { name: 'a class at the limit', code: classOf(12, 3) },
    { name: 'a class of few functions', code: classOf(9, 9) },
    {
      name: 'a module of free functions, which is no class',
      code: Array.from({ length: 12 }, (_, index) => `function f${index}() {}`).join('\n'),
    },
    { name: 'a class at a limit of its own', code: classOf(12, 6), limits: { maxCohesionGroups: 6 } },
    { name: 'a class below a size of its own', code: classOf(12, 6), limits: { minFunctions: 13 } },
  ],
  bad: [
    {
      name: 'a class one over the limit',
      code: `const a = 1;\n${classOf(10, 4)}\nconst b = 2;`,
      measured: 4,
      limit: 3,
      line: 2,
      endLine: 13,
      function: null,
      message: 'A has 4 groups of functions that share nothing (limit 3)',
    },
    {
      name: 'the one of two classes that falls apart',
      code: `${classOf(10, 3)}\n${classOf(10, 5)}`,
      measured: 5,
      line: 13,
    },
    {
      name: 'a class over limits of its own',
      code: classOf(4, 2),
      limits: { maxCohesionGroups: 1, minFunctions: 4 },
      measured: 2,
      limit: 1,
      line: 1,
    },
  ],
});
