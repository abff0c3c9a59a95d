import { defineFunctionSmell } from './define-smell.ts';

export const constructorOverInjection = defineFunctionSmell({
  id: 'constructor-over-injection',
  name: 'Constructor Over-Injection',
  severity: 'advisory',
  summary: 'A constructor is handed too many dependencies.',
  why: 'What a class is given is what it works with: a class that needs many collaborators has many responsibilities. Each test has to build all of them, and a change to any one can reach the class.',
  fix: 'Look for dependencies that are always used together and put a service of their own in front of them. Where groups of methods use different dependencies, split the class along these groups. Where it is data that is handed over, one object that names the values is enough.',
  limits: {
    maxArguments: {
      default: 5,
      unit: 'arguments',
      description: 'Most allowed arguments of a constructor; a destructured object is one.',
    },
  },
  examples: {
    bad: `
export class Checkout {
  constructor(
    private readonly carts: Carts,
    private readonly prices: Prices,
    private readonly taxes: Taxes,
    private readonly payments: Payments,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}
}
`,
    good: `
export class Checkout {
  constructor(
    private readonly carts: Carts,
    private readonly invoicing: Invoicing,
    private readonly confirmation: Confirmation,
  ) {}
}
`,
  },
  notes: [
    'Every parameter counts, whether it declares a property or not.',
    'Data counts as dependencies do: an object that holds six values is found, too.',
  ],
  references: [
    'Seemann and van Deursen, Dependency Injection Principles, Practices, and Patterns: "Constructor Over-injection"',
    'Fowler, Refactoring: "Extract Class"',
  ],
  detect: (fn, { maxArguments: limit }) =>
    fn.kind === 'constructor' && fn.parameters > limit ? { measured: fn.parameters, limit } : undefined,
  message: ({ fn, measured, limit }) => `${fn.name} is handed ${measured} arguments (limit ${limit})`,
});
