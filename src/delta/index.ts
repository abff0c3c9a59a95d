export { type ComparedSide, compareFile, type FileComparison } from './compare-file.ts';
export { fingerprint } from './fingerprint.ts';
export {
  type FunctionPair,
  matchFunctions,
  maxComparisons,
  sameFunctionLikeness,
} from './match-functions.ts';
