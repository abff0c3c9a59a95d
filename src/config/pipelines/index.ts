export { addStep, type StepAddition } from './add-step.ts';
export { pipelinesPath, stepLines, stepOnlyText } from './step.ts';
