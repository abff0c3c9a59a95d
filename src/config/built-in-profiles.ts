import { bareMinimum } from './built-in/bare-minimum.ts';
import { cleanCodeCollective } from './built-in/clean-code-collective.ts';
import { type BuiltInName, builtInNames } from './built-in/names.ts';
import { payDownTechDebt } from './built-in/pay-down-tech-debt.ts';
import { sharedDefaults } from './built-in/shared-defaults.ts';
import { parseProfile } from './parse-profile.ts';
import type { ProfileLayer } from './profile-layer.ts';

/** The profile that holds where no other is given or found, and that a file without `extends` changes. */
export const defaultProfileName = 'bare-minimum';

export interface BuiltInProfile {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One sentence. */
  readonly description: string;
  /** The profile file's text. */
  readonly text: string;
}

const builtInProfiles: readonly BuiltInProfile[] = [
  {
    name: 'bare-minimum',
    aliases: [],
    description:
      'For the start: hotspots do not decline, new code is healthy, and no finding of a critical rule is added.',
    text: bareMinimum,
  },
  {
    name: 'clean-code-collective',
    aliases: [],
    description: 'bare-minimum, and no file declines and no finding of an advisory rule is added.',
    text: cleanCodeCollective,
  },
  {
    name: 'pay-down-tech-debt',
    aliases: ['the-extra-mile'],
    description: 'clean-code-collective, and the goals for refactoring and supervised files hold.',
    text: payDownTechDebt,
  },
];

/** The built-in profiles, from the mildest to the strictest. */
export function listBuiltInProfiles(): readonly BuiltInProfile[] {
  return builtInProfiles;
}

/** Whether a word is the name, or an alias, of a built-in profile. */
export function isBuiltInName(word: string): word is BuiltInName {
  return builtInNames.some((name) => name === word);
}

/** The built-in profile of a name or alias, by its proper name, followed by those it extends, nearest first. */
export function builtInLayers(name: BuiltInName): readonly ProfileLayer[] {
  const profile = builtInProfiles.find(
    (candidate) => candidate.name === name || candidate.aliases.includes(name),
  );
  if (!profile) throw new RangeError(`no built-in profile is named ${name}`);
  const layer = parseBuiltIn(profile.name, profile.text);
  const extended = layer.extends?.name;
  const rest =
    extended && isBuiltInName(extended)
      ? builtInLayers(extended)
      : [parseBuiltIn('defaults', sharedDefaults)];
  return [layer, ...rest];
}

/** The texts start with a line feed, so that they can be read; their lines count without it. */
function parseBuiltIn(name: string, text: string): ProfileLayer {
  return parseProfile(text.trimStart(), `built-in: ${name}`);
}
