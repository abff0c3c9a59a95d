import { defineFileSmell } from './define-smell.ts';
import { fewestArguments, overLimit, percentageOfArguments } from './file-averages.ts';

export const primitiveObsession = defineFileSmell({
  id: 'primitive-obsession',
  name: 'Primitive Obsession',
  severity: 'advisory',
  summary: 'Many arguments in a file are of a primitive type.',
  why: 'A string or a number says nothing about what it stands for, so the compiler takes an amount for an age. Rules about valid values are checked in many places, or in none, because there is no type that could hold them.',
  fix: 'Give the concepts behind the values a type: a class, an object or a branded type that checks its value once. Move the functions that work on it to that type.',
  limits: {
    maxPrimitivePercentage: {
      default: 29.99,
      unit: 'percent',
      description:
        'Highest allowed share of arguments typed string, number, boolean or bigint, cut to 2 decimals: a finding from 30.',
    },
    minArguments: fewestArguments,
  },
  examples: {
    limits: { minArguments: 4 },
    bad: `
export function transfer(bank: Bank, iban: string, cents: number): void {
  bank.book(iban, cents);
}

export function cancel(bank: Bank, booking: number): void {
  bank.cancel(booking);
}
`,
    good: `
export function transfer(bank: Bank, account: Account, amount: Money): void {
  bank.book(account, amount);
}

export function cancel(bank: Bank, booking: Booking): void {
  bank.cancel(booking);
}
`,
  },
  notes: [
    'Text that is text (messages, source, paths that are passed on) counts like any string, also in helpers of tests.',
    'string, number, boolean and bigint count, also united with null and undefined. Arrays, literals, branded types and any do not. Untyped JavaScript has none.',
  ],
  references: ['Fowler, Refactoring: "Primitive Obsession", "Replace Primitive with Object"'],
  detect: (file, { maxPrimitivePercentage, minArguments }) =>
    overLimit(
      percentageOfArguments(file, minArguments, ['string', 'other-primitive']),
      maxPrimitivePercentage,
    ),
  message: ({ measured, limit }) => `${measured} % of all arguments are primitive (limit ${limit} %)`,
});
