import { defineFileSmell } from './define-smell.ts';
import { fewestArguments, overLimit, percentageOfArguments } from './file-averages.ts';

export const stringHeavyFunctionArguments = defineFileSmell({
  id: 'string-heavy-function-arguments',
  name: 'String Heavy Function Arguments',
  severity: 'advisory',
  summary: 'Many arguments in a file are strings.',
  why: 'Strings can be swapped without anyone noticing: a name passes for an address, and an unchecked input for a checked one. What a valid value looks like is known only to whoever reads the functions.',
  fix: 'Turn strings into types where they enter the program: a union of literals for choices, a class or a branded type for what has a format. Pass the typed value on, and make a string of it only for output.',
  limits: {
    maxStringPercentage: {
      default: 38.99,
      unit: 'percent',
      description: 'Highest allowed share of arguments typed string, cut to 2 decimals: a finding from 39.',
    },
    minArguments: fewestArguments,
  },
  examples: {
    limits: { minArguments: 4 },
    bad: `
export function invite(team: Team, name: string, mail: string): void {
  team.add(name, mail);
}

export function promote(team: Team, mail: string): void {
  team.promote(mail);
}
`,
    good: `
export function invite(team: Team, person: Person): void {
  team.add(person);
}

export function promote(team: Team, person: Person): void {
  team.promote(person);
}
`,
  },
  notes: [
    'Text that is text (messages, source, paths that are passed on) counts like any string, also in helpers of tests.',
    'Counted as in primitive-obsession, string alone.',
  ],
  references: ['Fowler, Refactoring: "Primitive Obsession"', 'Evans, Domain-Driven Design: "Value Objects"'],
  detect: (file, { maxStringPercentage, minArguments }) =>
    overLimit(percentageOfArguments(file, minArguments, ['string']), maxStringPercentage),
  message: ({ measured, limit }) => `${measured} % of all arguments are strings (limit ${limit} %)`,
});
