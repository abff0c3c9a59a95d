export { everySmell, readSuppressions } from './read-suppressions.ts';
export { type ChangeSuppressions, type Place, type Ruling, suppressChange } from './suppress-change.ts';
export { type IsOfUse, warnAboutComments } from './warn-about-comments.ts';
