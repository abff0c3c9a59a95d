import { defineFileSmell } from './define-smell.ts';
import { countedFunctions, meanOfFunctions, overLimit } from './file-averages.ts';

export const missingArgumentsAbstractions = defineFileSmell({
  id: 'missing-arguments-abstractions',
  name: 'Missing Arguments Abstractions',
  severity: 'advisory',
  summary: 'The functions of a file take many arguments on average.',
  why: 'Values that are handed from function to function in a group are one concept that nobody has named. Each further value has to be added to every signature on the way, and to every test.',
  fix: 'Find the arguments that appear together and make an object of them with a name. What all functions need may be the state of a class whose methods they are.',
  limits: {
    maxMeanArguments: {
      default: 3.99,
      unit: 'arguments',
      description:
        'Highest allowed mean number of arguments of the functions, cut to 2 decimals: a finding from 4.',
    },
    minFunctions: {
      default: 4,
      unit: 'functions',
      description: 'Fewest functions in a file for a mean to say something.',
    },
  },
  examples: {
    limits: { minFunctions: 2 },
    bad: `
export function drawBox(canvas: Canvas, from: Point, to: Point, color: Color): void {
  canvas.rectangle(from, to).fill(color);
}

export function drawLine(canvas: Canvas, from: Point, to: Point, color: Color): void {
  canvas.line(from, to).stroke(color);
}
`,
    good: `
export function drawBox(canvas: Canvas, area: Area): void {
  canvas.rectangle(area).fill(area.color);
}

export function drawLine(canvas: Canvas, area: Area): void {
  canvas.line(area).stroke(area.color);
}
`,
  },
  notes: ["Follows the name of CodeScene's rule. The definition is ours: that of CodeScene is not public."],
  references: ['Fowler, Refactoring: "Data Clumps", "Introduce Parameter Object"'],
  detect: (file, { maxMeanArguments, minFunctions }) =>
    overLimit(
      meanOfFunctions(file, minFunctions, (fn) => fn.parameters),
      maxMeanArguments,
    ),
  message: ({ file, measured, limit }) =>
    `The ${countedFunctions(file).length} functions take ${measured} arguments on average (limit ${limit})`,
});
