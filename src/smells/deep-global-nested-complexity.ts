import { defineFileSmell } from './define-smell.ts';
import { overLimit } from './file-averages.ts';

export const deepGlobalNestedComplexity = defineFileSmell({
  id: 'deep-global-nested-complexity',
  name: 'Deep, Global Nested Complexity',
  severity: 'critical',
  summary: 'The code outside of functions has deeply nested control flow.',
  why: 'To know when the innermost line runs, a reader has to keep every condition around it in mind, and no function name helps. It runs on loading, so that no test reaches its branches one by one.',
  fix: 'Extract the inner levels into functions, from the innermost outwards, and hand them what they need. Guard clauses and `continue` take away further levels.',
  limits: {
    maxNestingDepth: {
      default: 3,
      unit: 'levels',
      description: 'Deepest allowed nesting of if, loops and switch outside of functions.',
    },
  },
  examples: {
    bad: `
for (const folder of folders) {
  if (folder.visible) {
    for (const file of folder.files) {
      if (file.changed) {
        upload(file);
      }
    }
  }
}
`,
    good: `
for (const folder of folders) {
  if (folder.visible) {
    uploadChanged(folder);
  }
}

function uploadChanged(folder: Folder): void {
  folder.files.filter((file) => file.changed).forEach(upload);
}
`,
  },
  notes: [
    'Counted as in deep-nested-complexity and global-conditionals: callbacks at the top level do not belong to it.',
  ],
  references: [
    'Fowler, Refactoring: "Replace Nested Conditional with Guard Clauses", "Extract Function"',
    'Campbell, Cognitive Complexity (2018)',
  ],
  detect: ({ global: { maxNestingDepth, line } }, { maxNestingDepth: limit }) =>
    overLimit(maxNestingDepth, limit, { line }),
  message: ({ measured, limit }) =>
    `The code outside of functions is nested ${measured} levels deep (limit ${limit})`,
});
