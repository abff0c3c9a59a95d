export { evaluateGates, type GateInput } from './evaluate-gates.ts';
export { statusOf } from './status-of.ts';
