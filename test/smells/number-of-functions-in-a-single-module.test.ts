import { numberOfFunctionsInASingleModule } from '../../src/smells/number-of-functions-in-a-single-module.ts';
import { testSmell } from '../helpers/test-smell.ts';

const file = (count: number) => Array.from({ length: count }, (_, i) => `function f${i}() {}`).join('\n');

testSmell(numberOfFunctionsInASingleModule, {
  good: [
    { name: 'functions at the limit', code: file(74) },
    { name: 'callbacks, which are no functions', code: `${file(74)}\n${'on(() => {});\n'.repeat(9)}` },
    { name: 'functions at a limit of its own', code: file(3), limits: { maxFunctions: 3 } },
  ],
  bad: [
    {
      name: 'functions one over the limit',
      code: file(75),
      measured: 75,
      limit: 74,
      line: 1,
      endLine: 75,
      function: null,
      message: 'The file has 75 functions (limit 74)',
    },
    { name: 'methods as well', code: `${file(74)}\nclass A {\nf() {}\n}`, measured: 75, line: 1 },
    {
      name: 'functions over a limit of its own',
      code: file(4),
      limits: { maxFunctions: 3 },
      measured: 4,
      limit: 3,
      line: 1,
    },
  ],
});
