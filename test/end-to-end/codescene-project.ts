import { createRepository, type Files, type TestRepository } from '../helpers/create-repository.ts';
import { healthy } from './source-code.ts';

export const rulesPath = '.codescene/code-health-rules.json';
export const gatesPath = '.codescene/custom-quality-gates.json';
export const profilePath = '.codescene/quality-profile.yml';

/** Nesting is let pass in legacy/, complexity is stricter everywhere else. */
export const rules = `{
  "usage": "Rules of the team.",
  "rule_sets": [
    {
      "matching_content_path": "legacy/**",
      "rules": [{ "name": "Deep, Nested Complexity", "weight": 0.0 }]
    },
    {
      "matching_content_path": "**/*",
      "rules": [{ "name": "Cohesion", "weight": 0.5 }],
      "thresholds": [{ "name": "function_cyclomatic_complexity_warning", "value": "5" }]
    }
  ]
}
`;

/** The gates of bare-minimum. */
export const gates = `{
  "rule_sets": [
    { "matching_content_path": "**/*", "quality_gates": "the-bare-minimum" }
  ]
}
`;

/** What is said of the rules. */
export const warning = `${rulesPath}:10: the rule "Cohesion" is unknown and has no effect.`;

/** A branch with a nested function in legacy/ and a complex one elsewhere. */
export function createProject(profile: Files): TestRepository {
  const project = createRepository();
  project.commit('start', {
    'legacy/a.ts': healthy(),
    'src/a.ts': healthy(),
    'src/deep.ts': healthy(),
    ...profile,
  });
  project.checkout('feature');
  return project;
}
