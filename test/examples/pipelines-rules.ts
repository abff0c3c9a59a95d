/**
 * What Bitbucket Pipelines asks of its configuration, as far as the examples and `init` use it; stricter than Pipelines
 * where that ignores what it does not know: an unknown key is a mistake here.
 */
type Data = Readonly<Record<string, unknown>>;
type Check = (value: unknown, at: string) => string[];

const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, at) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [`${at}: expected text`];

const oneOf =
  (...words: readonly unknown[]): Check =>
  (value, at) =>
    words.includes(value) ? [] : [`${at}: expected one of ${words.join(', ')}`];

const wholeNumber =
  (max = Number.POSITIVE_INFINITY): Check =>
  (value, at) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max
      ? []
      : [`${at}: expected a whole number from 1 to ${max}`];

const either =
  (...checks: readonly Check[]): Check =>
  (value, at) => {
    const results = checks.map((check) => check(value, at));
    return results.some((problems) => problems.length === 0) ? [] : (results[0] ?? []);
  };

const list =
  (item: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return [`${at}: expected a list that is not empty`];
    return value.flatMap((entry, index) => item(entry, `${at}[${index}]`));
  };

const mapOf =
  (entry: Check): Check =>
  (value, at) =>
    isMap(value)
      ? Object.entries(value).flatMap(([key, child]) => entry(child, `${at}.${key}`))
      : [`${at}: expected a map`];

const map =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, at) => {
    if (!isMap(value)) return [`${at}: expected a map`];
    const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${at}: lacks ${key}`);
    const wrong = Object.entries(value).flatMap(
      ([key, child]) => checks[key]?.(child, `${at}.${key}`) ?? [`${at}.${key}: unknown key`],
    );
    return [...missing, ...wrong];
  };

const clone = map({
  depth: either(wholeNumber(), oneOf('full')),
  enabled: oneOf(true, false),
  lfs: oneOf(true, false),
});
const paths = list(text);
const artifacts = either(
  paths,
  map({
    download: either(oneOf(true, false), paths),
    paths,
    upload: list(
      map(
        {
          name: text,
          type: oneOf('shared', 'scoped', 'test-reports'),
          'capture-on': oneOf('success', 'failed', 'always'),
          paths,
        },
        ['name', 'paths'],
      ),
    ),
  }),
);
const pipe = map({ pipe: text, variables: mapOf(either(text, paths)) }, ['pipe']);
const script = list(either(text, pipe));
const condition = map({ changesets: map({ includePaths: paths, excludePaths: paths }) }, ['changesets']);
const stepBody = {
  name: text,
  image: either(text, map({ name: text }, ['name'])),
  script,
  'after-script': script,
  caches: paths,
  services: paths,
  clone,
  artifacts,
  condition,
  deployment: text,
  'max-time': wholeNumber(720),
  size: oneOf('1x', '2x', '4x', '8x', '16x', '32x'),
  trigger: oneOf('automatic', 'manual'),
  oidc: oneOf(true, false),
  'runs-on': either(text, paths),
};
const stepItem = map({ step: map(stepBody, ['script']) }, ['step']);
const { condition: _ofItsOwn, ...stepOfStage } = stepBody;
const parallelItem = map(
  {
    parallel: either(
      list(stepItem),
      map({ 'fail-fast': oneOf(true, false), steps: list(stepItem) }, ['steps']),
    ),
  },
  ['parallel'],
);
const stageItem = map(
  {
    stage: map(
      { name: text, condition, steps: list(map({ step: map(stepOfStage, ['script']) }, ['step'])) },
      ['steps'],
    ),
  },
  ['stage'],
);

const item: Check = (value, at) => {
  if (isMap(value) && 'parallel' in value) return parallelItem(value, at);
  return isMap(value) && 'stage' in value ? stageItem(value, at) : stepItem(value, at);
};
const items = list(item);
const configuration = map(
  {
    image: text,
    clone,
    options: map({ 'max-time': wholeNumber(720), docker: oneOf(true, false), size: text }),
    definitions: (value, at) => (isMap(value) ? [] : [`${at}: expected a map`]),
    pipelines: map({
      default: items,
      branches: mapOf(items),
      tags: mapOf(items),
      custom: mapOf(items),
      'pull-requests': mapOf(items),
    }),
  },
  ['pipelines'],
);

/** Everything that is wrong in the data of a `bitbucket-pipelines.yml`, each with its place. */
export function checkPipelines(data: unknown): readonly string[] {
  return configuration(data, 'file');
}

/** Every command of every script, in the order of the file. */
export function commandsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    (key === 'script' || key === 'after-script') && Array.isArray(child)
      ? child.filter((command): command is string => typeof command === 'string')
      : commandsOf(child),
  );
}
