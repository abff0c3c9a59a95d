/** The built-in profiles by name; `the-extra-mile` is the older name of `pay-down-tech-debt`. */
export const builtInNames = [
  'bare-minimum',
  'clean-code-collective',
  'pay-down-tech-debt',
  'the-extra-mile',
] as const;
export type BuiltInName = (typeof builtInNames)[number];

/** Whether a word is the name, or an alias, of a built-in profile. */
export function isBuiltInName(word: string): word is BuiltInName {
  return builtInNames.some((name) => name === word);
}
