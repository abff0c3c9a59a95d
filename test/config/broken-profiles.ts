import { brokenExtends } from './broken-extends.ts';
import { brokenGatesAndRules } from './broken-gates-and-rules.ts';
import { brokenKeys } from './broken-keys.ts';
import { brokenPatterns } from './broken-patterns.ts';
import type { BrokenProfile } from './broken-profile.ts';
import { brokenSections } from './broken-sections.ts';
import { brokenYaml } from './broken-yaml.ts';

/** Profiles with one thing wrong in each. */
export const brokenProfiles: readonly BrokenProfile[] = [
  ...brokenKeys,
  ...brokenGatesAndRules,
  ...brokenPatterns,
  ...brokenExtends,
  ...brokenSections,
  ...brokenYaml,
];
