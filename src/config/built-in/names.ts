/** The built-in profiles by name; `the-extra-mile` is the older name of `pay-down-tech-debt`. */
export const builtInNames = [
  'bare-minimum',
  'clean-code-collective',
  'pay-down-tech-debt',
  'the-extra-mile',
] as const;
export type BuiltInName = (typeof builtInNames)[number];
