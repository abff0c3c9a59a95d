import { parseProfile } from '../parse-profile.ts';
import type { ProfileLayer } from '../profile-layer.ts';
import bareMinimum from './bare-minimum.yml';
import cleanCodeCollective from './clean-code-collective.yml';
import defaults from './defaults.yml';
import payDownTechDebt from './pay-down-tech-debt.yml';

const parse = (name: string, text: string): ProfileLayer => parseProfile(text, `built-in: ${name}`);

/**
 * The built-in profile files as layers. The build runs this module and puts the values in its place (tsup.config.ts),
 * so that a run which reads no profile file loads neither the YAML parser nor the schema.
 */
export const builtInFiles: Readonly<
  Record<'bare-minimum' | 'clean-code-collective' | 'pay-down-tech-debt' | 'defaults', ProfileLayer>
> = {
  'bare-minimum': parse('bare-minimum', bareMinimum),
  'clean-code-collective': parse('clean-code-collective', cleanCodeCollective),
  'pay-down-tech-debt': parse('pay-down-tech-debt', payDownTechDebt),
  defaults: parse('defaults', defaults),
};
