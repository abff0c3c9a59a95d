/** For the start: what a change must not do anywhere. */
export const bareMinimum = `
version: 1
gates:
  hotspot-decline: on
  new-code-health:
    min-score: 9.0
  critical-rules: on
`;
