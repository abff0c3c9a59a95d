/** Variables of the pipe that are the options of `check` of the same name. */
export const optionVariables = [
  'TARGET',
  'PROFILE',
  'PROFILE_FROM',
  'FORMAT',
  'CONNECTION',
  'REPORT_ID',
  'PUBLISH',
  'NO_FAIL',
  'DRY_RUN',
  'DEBUG',
];

/** Variables of the pipe that take one value or a list. */
export const listVariables = ['OUTPUT', 'COVERAGE', 'EXTRA_ARGS', 'PATHS'];

/**
 * What the command line is given for the pipe's variables. An option goes through its `CODESCENE_PR_…` variable, where no
 * value can pass for another option, and the command line checks it. An empty variable counts as not set.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function readVariables(environment) {
  const set = optionVariables.filter((name) => isGiven(environment[name]));
  const [outputs, coverage, extra, paths] = listVariables.map((name) => readList(environment, name));
  return {
    variables: Object.fromEntries(set.map((name) => [`CODESCENE_PR_${name}`, environment[name]])),
    args: [
      'check',
      ...outputs.map((value) => `--output=${value}`),
      ...coverage.map((value) => `--coverage=${value}`),
      ...extra,
      ...(paths.length > 0 ? ['--', ...paths] : []),
    ],
  };
}

/** Pipelines hands a list over as `NAME_COUNT`, `NAME_0`, `NAME_1` …; one text is divided at white space. */
function readList(environment, name) {
  const words = (environment[name] ?? '').split(/\s+/);
  const count = Number(environment[`${name}_COUNT`] ?? 0);
  const items = Array.from({ length: count }, (_, at) => environment[`${name}_${at}`]);
  return (count > 0 ? items : words).filter(isGiven);
}

const isGiven = (value) => value !== undefined && value !== '';
