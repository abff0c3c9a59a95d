/** Longest name or revision that is looked at. */
const longestName = 1000;

const forbiddenInNames = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\//u;
const forbiddenComponent = /^\.|\.lock$/;

/**
 * Whether a text can be the name of a branch, by the rules of git-check-ref-format(1), and so can
 * neither be taken for an option nor for a revision expression.
 */
export function isBranchName(text: string): boolean {
  const isPlain = text !== '' && text.length <= longestName && !forbiddenInNames.test(text);
  if (!isPlain || text === '@' || text === 'HEAD') return false;
  if (/^[-/]|[/.]$/.test(text)) return false;
  return !text.split('/').some((component) => forbiddenComponent.test(component));
}

/** Whether a text may be given to git as a revision: not an option, without control characters. */
export function isRevision(text: string): boolean {
  return text !== '' && text.length <= longestName && !/^-|\p{Cc}/u.test(text);
}

/** Whether a text is the hash of an object, or the beginning of one: 7 to 64 hexadecimal digits. */
export function isCommitHash(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}
