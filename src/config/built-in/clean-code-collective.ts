/** For teams that keep what is good: no file declines, and advisory rules count too. */
export const cleanCodeCollective = `
version: 1
extends: bare-minimum
gates:
  code-health-decline: on
  advisory-rules: on
`;
