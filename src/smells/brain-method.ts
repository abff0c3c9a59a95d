import { defineFunctionSmell } from './define-smell.ts';

export const brainMethod = defineFunctionSmell({
  id: 'brain-method',
  name: 'Brain Method',
  severity: 'critical',
  summary: 'A function is both very complex and very long: much of the module runs through it.',
  why: 'Such a function knows everything and is touched by every change. Nobody understands the whole of it, it can hardly be tested in parts, and it grows, because the next feature fits in nowhere else.',
  fix: 'Do not rewrite it at once. Cover what it does with tests from outside, then take out one responsibility at a time, beginning with the part that changes most.',
  limits: {
    maxCyclomaticComplexity: {
      default: 39,
      unit: 'paths',
      description: 'Highest cyclomatic complexity at which a function of any length is no brain method.',
    },
    maxLinesOfCode: {
      default: 207,
      unit: 'lines',
      description: 'Most lines of code at which a function of any complexity is no brain method.',
    },
    maxLinesOfCodeWithJsx: {
      default: 357,
      unit: 'lines',
      description: 'The same for a function that contains JSX.',
    },
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
  references: ['Lanza and Marinescu, Object-Oriented Metrics in Practice: "Brain Method"'],
  detect: (fn, { maxCyclomaticComplexity: limit, maxLinesOfCode, maxLinesOfCodeWithJsx }) => {
    const isLong = fn.linesOfCode > (fn.containsJsx ? maxLinesOfCodeWithJsx : maxLinesOfCode);
    return isLong && fn.cyclomaticComplexity > limit
      ? { measured: fn.cyclomaticComplexity, limit }
      : undefined;
  },
  message: ({ fn, measured, limit }) =>
    `${fn.name} is a brain method: a cyclomatic complexity of ${measured} (limit ${limit}) in ${fn.linesOfCode} lines of code`,
});
