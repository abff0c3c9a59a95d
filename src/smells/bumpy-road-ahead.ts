import { defineFunctionSmell } from './define-smell.ts';

export const bumpyRoadAhead = defineFunctionSmell({
  id: 'bumpy-road-ahead',
  name: 'Bumpy Road Ahead',
  severity: 'critical',
  summary: 'A function holds several separate chunks of nested logic.',
  why: 'Each chunk is a step with rules of its own that got no name. A reader has to climb in and out of every one to see what the function is about, and changes in one chunk easily touch the state of another.',
  fix: 'Extract each chunk into a function with a name. What remains reads as a list of steps; then it shows whether the steps belong together at all.',
  limits: {
    maxBumps: {
      default: 1,
      unit: 'bumps',
      description: 'Most allowed chunks of nested logic, two levels or deeper, in a function.',
    },
  },
  examples: {
    bad: `
export function prepare(order: Order): void {
  for (const item of order.items) {
    if (item.stock === 0) {
      reserve(item);
    }
  }
  if (order.coupon) {
    if (order.coupon.expired) {
      order.coupon = undefined;
    }
  }
}
`,
    good: `
export function prepare(order: Order): void {
  order.items.filter(isOutOfStock).forEach(reserve);
  removeExpiredCoupon(order);
}

function removeExpiredCoupon(order: Order): void {
  if (order.coupon?.expired) {
    order.coupon = undefined;
  }
}
`,
  },
  notes: [
    'A bump is a run of two or more control blocks, with braces or without, each deeper than the one before. A guard clause before a deeper block ends the run.',
    'Functions that are named inside (const f = () => …) are looked at by themselves: the bumpiest part counts.',
    'The function ends before the first function declaration or object method inside of it, which is measured by itself; what follows is measured by nobody.',
    'A function that holds many small callbacks (a React component, a plugin) can be found although none of them is by itself.',
    'The branches of one if, or two chunks inside one outer block, can be two bumps.',
  ],
  references: ['CodeScene: "The Bumpy Road Code Smell"', 'Fowler, Refactoring: "Extract Function"'],
  detect: (fn, { maxBumps: limit }) => (fn.bumps > limit ? { measured: fn.bumps, limit } : undefined),
  message: ({ fn, measured, limit }) => `${fn.name} has ${measured} bumps of nested logic (limit ${limit})`,
});
