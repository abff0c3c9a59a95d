import bareMinimum from './built-in/bare-minimum.yml';
import cleanCodeCollective from './built-in/clean-code-collective.yml';
import { builtInFiles } from './built-in/layers.ts';
import { type BuiltInName, isBuiltInName } from './built-in/names.ts';
import payDownTechDebt from './built-in/pay-down-tech-debt.yml';
import type { ProfileLayer } from './profile-layer.ts';

/** The profile that holds where no other is given or found, and that a file without `extends` changes. */
export const defaultProfileName = 'bare-minimum';

export interface BuiltInProfile {
  readonly name: Exclude<BuiltInName, 'the-extra-mile'>;
  readonly aliases: readonly string[];
  /** One sentence. */
  readonly description: string;
  /** The profile file's text. */
  readonly text: string;
}

const builtInProfiles: readonly BuiltInProfile[] = [
  describe('bare-minimum', [], bareMinimum),
  describe('clean-code-collective', [], cleanCodeCollective),
  describe('pay-down-tech-debt', ['the-extra-mile'], payDownTechDebt),
];

/** A profile file's first line says what the profile is for. */
function describe(name: BuiltInProfile['name'], aliases: readonly string[], text: string): BuiltInProfile {
  const [firstLine = ''] = text.split('\n');
  return { name, aliases, description: firstLine.replace(/^# /, ''), text };
}

/** The built-in profiles, from the mildest to the strictest. */
export function listBuiltInProfiles(): readonly BuiltInProfile[] {
  return builtInProfiles;
}

/** The built-in profile of a name or alias, by its proper name, followed by those it extends, nearest first. */
export function builtInLayers(name: BuiltInName): readonly ProfileLayer[] {
  const profile = builtInProfiles.find(
    (candidate) => candidate.name === name || candidate.aliases.includes(name),
  );
  if (!profile) throw new RangeError(`no built-in profile is named ${name}`);
  const layer = builtInFiles[profile.name];
  const extended = layer.extends?.name;
  const rest = extended && isBuiltInName(extended) ? builtInLayers(extended) : [builtInFiles.defaults];
  return [layer, ...rest];
}
