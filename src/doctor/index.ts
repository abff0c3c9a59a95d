import type { Diagnosis, DiagnosisSection, PlaceFacts } from '../model/diagnosis.ts';
import { diagnoseBitbucket } from './bitbucket.ts';
import { diagnoseClone } from './clone.ts';
import { diagnoseMachine } from './machine.ts';
import { diagnoseProfile } from './profile.ts';
import { diagnoseVariables } from './variables.ts';

/** Says of everything that is known of a place whether `check` can do its job there, and what to do about the rest. Pure. */
export function diagnose(facts: PlaceFacts): Diagnosis {
  const sections: readonly DiagnosisSection[] = [
    { title: 'This machine', lines: diagnoseMachine(facts) },
    { title: 'The build', lines: diagnoseVariables(facts) },
    { title: 'The clone', lines: diagnoseClone(facts) },
    { title: 'The quality profile', lines: diagnoseProfile(facts) },
    { title: 'Bitbucket', lines: diagnoseBitbucket(facts) },
  ];
  return {
    sections,
    isReady: !sections.some(({ lines }) => lines.some(({ mark }) => mark === 'missing')),
  };
}
