import type { ComplexCondition, FunctionMetrics } from '../model/metrics.ts';
import { defineFunctionSmell } from './define-smell.ts';

export const complexConditional = defineFunctionSmell({
  id: 'complex-conditional',
  name: 'Complex Conditional',
  severity: 'advisory',
  summary: 'A condition joins many operands with && and ||.',
  why: 'A long condition says how something is checked, not what is meant. Precedence and negation are easy to get wrong, and the same check, written out again elsewhere, drifts apart.',
  fix: 'Give the condition a name: extract it into a function or a constant that says what it means. Checks that lead to the same early return can stand one below the other.',
  limits: {
    maxOperators: {
      default: 1,
      unit: 'operators',
      description: 'Most allowed && and || in the condition of an if, while or for with braces.',
    },
  },
  examples: {
    bad: `
export function greet(user: User): string {
  if (user.active && user.confirmed && !user.guest) {
    return 'Welcome back, ' + user.name;
  }
  return 'Hello';
}
`,
    good: `
export function greet(user: User): string {
  if (isMember(user)) {
    return 'Welcome back, ' + user.name;
  }
  return 'Hello';
}

function isMember(user: User): boolean {
  return user.active && user.confirmed && !user.guest;
}
`,
  },
  notes: [
    'Looked at are the conditions of braced if, else if, while and for; not those in return, assignments, arguments and JSX.',
    'The operators of all such conditions of a function are added up.',
    'Comparing one value with several constants counts like any other condition, and so does what a callback inside the condition asks.',
  ],
  references: ['Fowler, Refactoring: "Decompose Conditional", "Consolidate Conditional Expression"'],
  detect: (fn, { maxOperators: limit }) => {
    const complex = conditionsOver(limit, fn);
    const [first, ...others] = complex;
    if (!first) return undefined;
    const worst = others.reduce((most, next) => (next.operators > most.operators ? next : most), first);
    return { measured: sumOperators(complex), limit, line: worst.line };
  },
  message: ({ fn, measured, limit }) => {
    const { length } = conditionsOver(limit, fn);
    const conditions = length === 1 ? 'a condition' : `${length} conditions`;
    return `${fn.name} has ${conditions} with ${measured} && and || operators${length === 1 ? '' : ' in all'} (limit ${limit})`;
  },
});

function conditionsOver(limit: number, { complexConditions }: FunctionMetrics): readonly ComplexCondition[] {
  return complexConditions.filter(({ operators }) => operators > limit);
}

function sumOperators(conditions: readonly ComplexCondition[]): number {
  return conditions.reduce((sum, { operators }) => sum + operators, 0);
}
