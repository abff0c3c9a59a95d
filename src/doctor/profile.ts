import type { DiagnosisLine, PlaceFacts } from '../model/diagnosis.ts';
import { ok, troubled, warning } from './line.ts';

/** The profile in force, or everything that is wrong with it. */
export function diagnoseProfile({ profile }: PlaceFacts): readonly DiagnosisLine[] {
  if (profile === null) return [warning('profile', 'Not looked for, as there is no repository.')];
  if ('trouble' in profile) return [troubled('profile', profile.trouble)];
  const { name, origin, warnings, isStandIn } = profile.found;
  const found = `${name} (${origin})`;
  const later =
    "; in force is the target's, which check fetches: this one stands in for it, and may be another";
  return [
    ok('profile', isStandIn ? found + later : found),
    ...warnings.map((said) =>
      warning('profile', said, { say: 'codescene-pr profile validate says it again after a change.' }),
    ),
  ];
}
