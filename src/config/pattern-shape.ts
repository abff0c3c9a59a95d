/** A backslash escapes a sign; before a letter it is a folder of Windows, which would never match. */
export const patternShape = /^(?!\/|\.\.\/|!(?!\())(?:[^\\\n]|\\[^\w.\n-])+$/;

export const longestPattern = 1000;

/**
 * What is matched within a second whatever the path: the profile that a pull request brings meets the paths of the same
 * one. A group that repeats takes a time that doubles with every letter of a name; a fourth `*` in one name, or a fourth
 * step across folders, one that grows with the fourth power of its length. Ours, found by timing the matcher.
 */
export const quickPattern = /^(?!.*[*+]\()(?!.*(?:\*+[^*/]*){4})(?!(?:(?:[^*]|\*(?!\*))*\*\*+){4})/;

/** Whether a text is a pattern by all of these. */
export function isPattern(text: string): boolean {
  return text.length <= longestPattern && [patternShape, quickPattern].every((shape) => shape.test(text));
}
