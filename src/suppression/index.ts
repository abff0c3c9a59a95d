export { everySmell, readSuppressions } from './read-suppressions.ts';
export { type ChangeSuppressions, type Ruling, suppressChange } from './suppress-change.ts';
export { type IsOfUse, warnAboutComments } from './warn-about-comments.ts';
