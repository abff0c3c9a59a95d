import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fuzz, fuzzSources, subjects } from './fuzz.ts';
import { mutate, numbersFrom } from './mutate.ts';
import { sourceWords } from './source-subject.ts';
import { demand, type Subject } from './subject.ts';

const folder = fileURLToPath(new URL('../../src/languages/typescript', import.meta.url));
const sources = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(path.join(folder, name)));

describe('a reader of something from outside', () => {
  it.each(subjects)('keeps its promises for 150 inputs: $name', async (subject) => {
    expect(await fuzz(subject, 150, 1)).toBeNull();
  });

  it('that breaks one is found, with a small input', async () => {
    const [first] = subjects;
    const broken = {
      ...(first as Subject),
      check: (input: Buffer) => demand(!input.includes('160000'), 'no'),
    };
    const failure = await fuzz(broken, 150, 1);
    expect(failure?.input.toString('latin1')).toContain('160000');
  });
});

describe('the analyzer', () => {
  it('measures 150 mutants of real sources, the same ones in every run', async () => {
    const figures = await fuzzSources(sources, 150, { seed: 1, now: () => 0 });
    expect(figures).toMatchObject({ mutants: 150, failures: [] });
  });

  it('gets other texts than the sources', () => {
    const next = numbersFrom(1);
    const [source = Buffer.alloc(0)] = sources;
    const mutants = Array.from({ length: 40 }, () => mutate(source, sourceWords, next).toString('latin1'));
    expect(new Set(mutants).size).toBeGreaterThan(30);
  });
});
