export { alertLevels } from './alert-levels.ts';
export { type Band, bandOf } from './band-of.ts';
export { compareText } from './compare-text.ts';
export { locateFunction } from './locate-function.ts';
export { type FileScore, scoreFile } from './score-file.ts';
export { scoreOf } from './score-of.ts';
