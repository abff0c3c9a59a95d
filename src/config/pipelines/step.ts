import { version } from '../../version.ts';

/** Where Bitbucket Pipelines reads its configuration, relative to the root. */
export const pipelinesPath = 'bitbucket-pipelines.yml';

/** The pipelines of pull requests from branches that no other pattern names. */
export const stepPath = ['pipelines', 'pull-requests', '**'] as const;

/** The step that checks a pull request, as Bitbucket Pipelines understands it. */
export const step = {
  name: 'Code health',
  image: 'node:20',
  script: [`npx --yes codescene-pr@${version} check`],
} as const;

/** The step as an item of a list, one line an entry, without line ends; indented by so many spaces. */
export function stepLines(indentation = 0): readonly string[] {
  const lines = [
    '- step:',
    `    name: ${step.name}`,
    `    image: ${step.image}`,
    '    script:',
    ...step.script.map((command) => `      - ${command}`),
  ];
  return indentation === 0 ? lines : lines.map((line) => `${' '.repeat(indentation)}${line}`);
}

/**
 * The step below the keys that lead to it.
 * @param keys the last ones of `stepPath`
 * @param unit spaces of a level
 */
export function nestedStepLines(
  keys: readonly string[],
  { indentation, unit }: { readonly indentation: number; readonly unit: number },
): readonly string[] {
  const keyLines = keys.map(
    (key, level) => `${' '.repeat(indentation + level * unit)}${/^[a-z-]+$/.test(key) ? key : `"${key}"`}:`,
  );
  return [...keyLines, ...stepLines(indentation + keys.length * unit)];
}

/** A whole `bitbucket-pipelines.yml` with this step alone. */
export const stepOnlyText = `${nestedStepLines(stepPath, { indentation: 0, unit: 2 }).join('\n')}\n`;
