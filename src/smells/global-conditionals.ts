import { defineFileSmell } from './define-smell.ts';
import { overLimit } from './file-averages.ts';

export const globalConditionals = defineFileSmell({
  id: 'global-conditionals',
  name: 'Global Conditionals',
  severity: 'advisory',
  summary: 'The code outside of functions has many branches.',
  why: 'Code outside of functions runs when the file is loaded: a test cannot call it with other values, and its order matters without being visible. Its variables are seen by everything below.',
  fix: 'Move the decisions into functions that take what they depend on as arguments, and call them from one place. Replace chains of conditions over constants by a table.',
  limits: {
    maxCyclomaticComplexity: {
      default: 9,
      unit: 'paths',
      description:
        'Highest allowed cyclomatic complexity of the code that runs when the file is loaded, callbacks left out.',
    },
  },
  examples: {
    limits: { maxCyclomaticComplexity: 3 },
    bad: `
let level = 'info';
if (settings.DEBUG) level = 'debug';
if (settings.QUIET) level = 'error';
if (settings.SILENT) level = 'off';

export const logger = new Logger(level);
`,
    good: `
const levels = new Map([['DEBUG', 'debug'], ['QUIET', 'error'], ['SILENT', 'off']]);

export function createLogger(mode: Mode): Logger {
  return new Logger(levels.get(mode) ?? 'info');
}
`,
  },
  notes: [
    'What counts as outside of functions is ours: that of CodeScene is not public. A callback at the top level (a test, a route handler) runs later and does not count; without a name it is no function either, so that no rule judges it: name it, and it is measured.',
    'Type tests (an if for narrowing) and constants such as __DEV__ ? a : b count like any branch.',
  ],
  references: [
    'Fowler, Refactoring: "Global Data", "Extract Function"',
    'McCabe, A Complexity Measure (1976)',
  ],
  detect: ({ global: { cyclomaticComplexity, line } }, { maxCyclomaticComplexity }) =>
    overLimit(cyclomaticComplexity, maxCyclomaticComplexity, { line }),
  message: ({ measured, limit }) =>
    `The code outside of functions has a cyclomatic complexity of ${measured} (limit ${limit})`,
});
