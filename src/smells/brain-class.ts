import type { FileMetrics } from '../model/metrics.ts';
import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, sumLinesOfCode } from './file-averages.ts';
import { brainMethodLimits, isBrainMethod } from './is-brain-method.ts';

export const brainClass = defineFileSmell({
  id: 'brain-class',
  name: 'Brain Class',
  severity: 'critical',
  summary: 'A large file with many functions has a brain method at its centre.',
  why: 'The file gathers what the system knows, and one function directs all of it. Everything depends on it, everybody edits it, and no change to it is small, for its parts cannot be understood alone.',
  fix: 'Take the brain method apart first, one responsibility at a time, behind tests from outside. Then move what was taken out, with the functions that only it needs, to files of their own.',
  limits: {
    maxLinesOfCode: {
      default: 999,
      unit: 'lines',
      description:
        'Most lines of code in all functions at which a file is no brain class. Our definition, for that of CodeScene is not public.',
    },
    maxFunctions: {
      default: 14,
      unit: 'functions',
      description: 'Most functions at which a file is no brain class; our limit.',
    },
    maxCyclomaticComplexity: brainMethodLimits.complexity,
    maxMethodLinesOfCode: brainMethodLimits.lines,
    maxMethodLinesOfCodeWithJsx: brainMethodLimits.linesWithJsx,
  },
  examples: {
    limits: { maxLinesOfCode: 12, maxFunctions: 2, maxCyclomaticComplexity: 3, maxMethodLinesOfCode: 6 },
    bad: `
export function handle(event: Event): void {
  switch (event.type) {
    case 'opened':
      return open(event);
    case 'typed':
      return append(event);
    case 'closed':
      return close(event);
  }
}

function open(event: Event): void {
  session.start(event.user);
}

function append(event: Event): void {
  session.append(event.text);
}

function close(event: Event): void {
  session.end(event.user);
}
`,
    good: `
import { append, close, open } from './session.ts';

const handlers = { opened: open, typed: append, closed: close };

export function handle(event: Event): void {
  handlers[event.type](event);
}
`,
  },
  notes: [
    'The definition is ours: that of CodeScene is not public. The limits of its brain method are its own and not those of brain-method.',
  ],
  references: [
    'Lanza and Marinescu, Object-Oriented Metrics in Practice: "Brain Class"; 15 functions are "very many" by its statistics',
    'Riel, Object-Oriented Design Heuristics: "The God Class Problem"',
  ],
  detect: (file, limits) => {
    const { maxLinesOfCode: limit, maxFunctions } = limits;
    const functions = countedFunctions(file);
    const measured = sumLinesOfCode(functions);
    const isLarge = measured > limit && functions.length > maxFunctions;
    const brain = isLarge ? findBrainMethod(file, limits) : undefined;
    return brain === undefined ? [] : [{ measured, limit, subject: brain }];
  },
  message: ({ file, measured, limit, subject }) =>
    `The file is a brain class: ${measured} lines of code (limit ${limit}) in ${countedFunctions(file).length} functions around ${subject}`,
});

interface MethodLimits {
  readonly maxCyclomaticComplexity: number;
  readonly maxMethodLinesOfCode: number;
  readonly maxMethodLinesOfCodeWithJsx: number;
}

/** The name of the most complex brain method by the limits of this smell; of equals the longest, then the first. */
function findBrainMethod({ functions }: FileMetrics, limits: MethodLimits): string | undefined {
  const methodLimits = {
    maxCyclomaticComplexity: limits.maxCyclomaticComplexity,
    maxLinesOfCode: limits.maxMethodLinesOfCode,
    maxLinesOfCodeWithJsx: limits.maxMethodLinesOfCodeWithJsx,
  };
  return functions
    .filter((fn) => isBrainMethod(fn, methodLimits))
    .sort((a, b) => b.cyclomaticComplexity - a.cyclomaticComplexity || b.linesOfCode - a.linesOfCode)[0]
    ?.name;
}
