export { evaluateGates, type GateInput } from './evaluate-gates.ts';
export { describeGoal, goalOf } from './goal-of.ts';
export { judgeMinScore } from './min-score.ts';
export { judgeRatchet, raiseFloor } from './ratchet.ts';
export { isComplete, statusOf } from './status-of.ts';
