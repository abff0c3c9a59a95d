/** What every profile inherits in the end: which files are left out, and what the pull request is told. */
export const sharedDefaults = `
version: 1
gates:
  hotspot-decline: off
  code-health-decline: off
  new-code-health: off
  critical-rules: off
  advisory-rules: off
  refactoring-goals: off
  supervise-goals: off
  coverage: off
files:
  exclude:
    # declarations without code
    - "**/*.d.{ts,mts,cts}"
    # generated
    - "**/*.generated.*"
    - "**/*.gen.{ts,tsx,js,jsx,mts,cts,mjs,cjs}"
    - "**/__generated__/**"
    - "**/*{_pb,.pb}.{js,ts}"
    # code of others that is kept in the repository
    - "**/node_modules/**"
    - "**/bower_components/**"
    - "**/vendor/**"
    - "**/third_party/**"
    - "**/third-party/**"
    - "**/.yarn/**"
    - "**/.pnp.*"
    # minified and bundled
    - "**/*.min.{js,mjs,cjs}"
    - "**/*.bundle.js"
    - "**/dist/**"
    # recorded by tests
    - "**/__snapshots__/**"
  unmeasured: fail
feedback:
  insights-report: on
  annotations:
    degradations: on
    improvements: on
  build-status: on
  comment: on-change
suppressions:
  new: honour
`;
