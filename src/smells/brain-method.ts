import { defineFunctionSmell } from './define-smell.ts';
import { brainMethodLimits, isBrainMethod } from './is-brain-method.ts';

export const brainMethod = defineFunctionSmell({
  id: 'brain-method',
  name: 'Brain Method',
  severity: 'critical',
  summary: 'A function is both very complex and very long: much of the module runs through it.',
  why: 'Such a function knows everything and is touched by every change. Nobody understands the whole of it, it can hardly be tested in parts, and it grows, because the next feature fits in nowhere else.',
  fix: 'Do not rewrite it at once. Cover what it does with tests from outside, then take out one responsibility at a time, beginning with the part that changes most.',
  limits: {
    maxCyclomaticComplexity: brainMethodLimits.complexity,
    maxLinesOfCode: brainMethodLimits.lines,
    maxLinesOfCodeWithJsx: brainMethodLimits.linesWithJsx,
  },
  examples: {
    limits: { maxCyclomaticComplexity: 5, maxLinesOfCode: 12 },
    bad: `
export function handle(event: Event): void {
  switch (event.type) {
    case 'opened':
      session.start(event.user);
      break;
    case 'typed':
      session.append(event.text);
      if (session.length > maximum) session.flush();
      break;
    case 'saved':
      store.write(session);
      if (session.shared) notify(session);
      break;
    case 'closed':
      session.end();
      break;
  }
}
`,
    good: `
export function handle(event: Event): void {
  handlers[event.type](event);
}

const handlers = {
  opened: (event: Event) => session.start(event.user),
  typed: appendText,
  saved: saveAndNotify,
  closed: () => session.end(),
};
`,
  },
  notes: [
    'The definition is ours: that of CodeScene is not public.',
    'Complexity counts catch, "?." and throw as in complex-method: just above the limits they can decide.',
    'A function that holds many small callbacks (a React component, a plugin) can be found although none of them is by itself.',
  ],
  references: [
    'Lanza and Marinescu, Object-Oriented Metrics in Practice: "Brain Method"; the definition here is ours, for that of CodeScene is not public',
  ],
  detect: (fn, limits) =>
    isBrainMethod(fn, limits)
      ? { measured: fn.cyclomaticComplexity, limit: limits.maxCyclomaticComplexity }
      : undefined,
  message: ({ fn, measured, limit }) =>
    `${fn.name} is a brain method: a cyclomatic complexity of ${measured} (limit ${limit}) in ${fn.linesOfCode} lines of code`,
});
