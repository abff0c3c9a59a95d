import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, overLimit } from './file-averages.ts';

export const numberOfFunctionsInASingleModule = defineFileSmell({
  id: 'number-of-functions-in-a-single-module',
  name: 'Number of Functions in a Single Module',
  severity: 'advisory',
  summary: 'A file has too many functions.',
  why: 'Nobody keeps so many names in mind: what exists already is not found and is written again. A module with this many functions has more than one reason to change.',
  fix: 'Group the functions by what they know or whom they serve, and move each group to a module of its own. Those that only one module uses go there.',
  limits: {
    maxFunctions: {
      default: 74,
      unit: 'functions',
      description:
        "Most allowed functions of a file, methods included. CodeScene's own limit is not public; this one is ours.",
    },
  },
  examples: {
    limits: { maxFunctions: 2 },
    bad: `
export function openShop(shop: Shop): void {
  shop.open();
}

export function hire(shop: Shop, person: Person): void {
  shop.staff.add(person);
}

export function order(shop: Shop, goods: Goods): void {
  shop.supplier.order(goods);
}
`,
    good: `
export { hire } from './staff.ts';
export { order } from './supplies.ts';

export function openShop(shop: Shop): void {
  shop.open();
}
`,
  },
  notes: [
    'The limit is ours: that of CodeScene is not public. 50 functions are known to be none there, 135 to be one.',
    'In tests, each named stub (const log = () => …) is a function.',
  ],
  references: [
    'Parnas, On the Criteria To Be Used in Decomposing Systems into Modules (1972)',
    'Fowler, Refactoring: "Large Class"',
  ],
  detect: (file, { maxFunctions }) => overLimit(countedFunctions(file).length, maxFunctions),
  message: ({ measured, limit }) => `The file has ${measured} functions (limit ${limit})`,
});
