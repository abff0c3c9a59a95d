/** For teams that have set goals for the code that hinders them. */
export const payDownTechDebt = `
version: 1
extends: clean-code-collective
gates:
  refactoring-goals: on
  supervise-goals: on
`;
