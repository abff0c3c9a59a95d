export { alertLevels, alertLimits, type GradedSmell } from './alert-levels.ts';
export { type Band, bandOf } from './band-of.ts';
export { compareText } from './compare-text.ts';
export { isCounted, locateFunction } from './locate-function.ts';
export { sumPoints } from './points.ts';
export { type FileScore, scoreFile } from './score-file.ts';
export { decay, scoreOf, uncutScoreOf } from './score-of.ts';
