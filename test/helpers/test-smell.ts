import { describe, expect, it } from 'vitest';
import { measureFile } from '../../src/languages/typescript/measure-file.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rules } from '../../src/model/profile.ts';
import { defaultRules, detectFindings, type Smell } from '../../src/smells/index.ts';

interface Example {
  /** What is special about it: the end of a sentence that begins with "finds" or "accepts". */
  readonly name: string;
  readonly code: string;
  /** `example.ts` where it does not matter. */
  readonly path?: string;
  /** Limits other than the default ones. */
  readonly limits?: Readonly<Record<string, number>>;
}

interface BadExample extends Example {
  readonly measured: number;
  readonly line: number;
  readonly endLine?: number;
  /** The function's name; `null` for a finding on the file. */
  readonly function?: string | null;
  readonly limit?: number;
  readonly message?: string;
}

/** Tests a smell by examples in source text: none of the good ones has it, each bad one has it once. */
export function testSmell(
  smell: Smell,
  examples: { readonly good: readonly Example[]; readonly bad: readonly BadExample[] },
): void {
  describe(smell.name, () => {
    it.each(examples.good)('accepts $name', (example) => {
      expect(findSmellIn(smell, example)).toEqual([]);
    });

    it.each(examples.bad)('finds $name', (example) => {
      const { name: _, code: __, path: ___, limits: ____, ...expected } = example;
      expect(findSmellIn(smell, example)).toEqual([expect.objectContaining(expected)]);
    });

    it('accepts an empty file', () => {
      expect(findSmellIn(smell, { name: 'empty', code: '' })).toEqual([]);
    });
  });
}

function findSmellIn(smell: Smell, { code, path, limits }: Example): readonly Finding[] {
  return findSmells(code, withLimits(smell.id, limits), path).filter((finding) => finding.smell === smell.id);
}

/** The default rules with other limits for one smell. */
export function withLimits(id: string, limits: Readonly<Record<string, number | undefined>> = {}): Rules {
  const settings = defaultRules[id];
  if (!settings) throw new Error(`no smell ${id}`);
  const changed = Object.entries(limits).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    ...defaultRules,
    [id]: { ...settings, limits: { ...settings.limits, ...Object.fromEntries(changed) } },
  };
}

/** Every finding in a source text. */
export function findSmells(
  code: string,
  rules: Rules = defaultRules,
  path = 'example.ts',
): readonly Finding[] {
  const measurement = measureFile(path, code);
  if (!measurement.measured) throw new Error(`${path}: ${measurement.unmeasurable.reason}`);
  return detectFindings(measurement.metrics, rules);
}
