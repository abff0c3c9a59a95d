import { defineFunctionSmell } from './define-smell.ts';

export const excessNumberOfFunctionArguments = defineFunctionSmell({
  id: 'excess-number-of-function-arguments',
  name: 'Excess Number of Function Arguments',
  severity: 'advisory',
  summary: 'A function takes too many arguments.',
  why: 'Callers mix up arguments of the same type, and tests have to make up values for those that do not matter. Many arguments mean that the function does several things, or that a concept is missing which would hold them.',
  fix: 'Group what travels together into an object with a name. Where arguments select what the function does, split it into one function for each case.',
  limits: {
    maxArguments: {
      default: 4,
      unit: 'arguments',
      description:
        'Most allowed arguments of a function; a destructured object is one. Not for constructors.',
    },
  },
  examples: {
    bad: `
export function bookRoom(hotel: Hotel, guest: Guest, from: Date, to: Date, breakfast: boolean): Booking {
  return hotel.book(guest, { from, to, breakfast });
}
`,
    good: `
export function bookRoom(hotel: Hotel, guest: Guest, stay: Stay): Booking {
  return hotel.book(guest, stay);
}
`,
  },
  notes: [
    'A destructured object is one argument, and TypeScript\'s "this" none. Constructors are judged by constructor-over-injection.',
    'A signature that an interface or a library dictates counts like any other: it is found in each implementation, and not where it is declared.',
  ],
  references: ['Fowler, Refactoring: "Long Parameter List", "Introduce Parameter Object"'],
  // A constructor collects what its object needs: constructor-over-injection judges it, by a limit of its own.
  detect: (fn, { maxArguments: limit }) =>
    fn.kind !== 'constructor' && fn.parameters > limit ? { measured: fn.parameters, limit } : undefined,
  message: ({ fn, measured, limit }) => `${fn.name} takes ${measured} arguments (limit ${limit})`,
});
