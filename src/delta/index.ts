export { adoptLayout } from './adopt-layout.ts';
export { compareChange, type FileComparison } from './compare-change.ts';
export type { ComparedFile, ComparedSide } from './compared-file.ts';
export { fingerprint } from './fingerprint.ts';
export { type FileSides, type FunctionLinks, linkFunctions } from './link-functions.ts';
export {
  type FunctionPair,
  matchFunctions,
  maxComparisons,
  sameFunctionLikeness,
} from './match-functions.ts';
export { type ReceivedSide, receiveMoves } from './receive-moves.ts';
export { settleArrivals } from './settle-arrivals.ts';
