import { largeEmbeddedCodeBlock } from '../../src/smells/large-embedded-code-block.ts';
import { testSmell } from '../helpers/test-smell.ts';

const template = (lines: number) => `\`${'\n'.repeat(lines - 1)}\``;

testSmell(largeEmbeddedCodeBlock, {
  good: [
    { name: 'a template at the limit', code: `function f() {\n  return ${template(39)};\n}` },
    { name: 'a template outside of functions', code: `const text = ${template(60)};` },
    {
      name: 'blocks that are long together',
      code: `function f() {\n  return [${template(30)}, ${template(30)}];\n}`,
    },
    {
      name: 'a template at a limit of its own',
      code: `function f() {\n  return ${template(50)};\n}`,
      limits: { maxLines: 50 },
    },
  ],
  bad: [
    {
      name: 'a template one over the limit',
      code: `function f() {\n  const a = 1;\n  return ${template(40)};\n}`,
      measured: 40,
      limit: 39,
      line: 3,
      endLine: 42,
      function: 'f',
      message: 'f holds an embedded block of 40 lines (limit 39)',
    },
    {
      name: 'a template with expressions',
      code: `const f = (a) => \`\${a}${'\n'.repeat(44)}\`;`,
      measured: 45,
      line: 1,
    },
    {
      name: 'a string over many lines',
      code: `function f() {\n  return '${'\\\n'.repeat(40)}';\n}`,
      measured: 41,
      line: 2,
    },
    {
      name: 'the longest of several, the first of equals',
      code: `function f() {\n  g(${template(40)});\n  g(${template(41)});\n  g(${template(41)});\n}`,
      measured: 41,
      line: 42,
      endLine: 82,
    },
    {
      name: 'a template over a limit of its own',
      code: `function f() {\n  return ${template(3)};\n}`,
      limits: { maxLines: 2 },
      measured: 3,
      limit: 2,
      line: 2,
    },
  ],
});
