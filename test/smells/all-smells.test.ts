import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultRules, findSmell, type Smell, smells } from '../../src/smells/index.ts';
import { findSmells, withLimits } from '../helpers/test-smell.ts';

const folder = new URL('../../src/smells/', import.meta.url);
const otherFiles = [
  'index.ts',
  'define-smell.ts',
  'file-averages.ts',
  'is-brain-method.ts',
  'limit-key.ts',
  'smell-words.ts',
];

function findExample({ id, examples }: Smell, which: 'bad' | 'good') {
  return findSmells(examples[which], withLimits(id, examples.limits), examples.path);
}

describe('the registry', () => {
  it('holds each smell once', () => {
    const ids = smells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(smells.map(({ name }) => name)).size).toBe(ids.length);
  });

  it('holds every smell that has a file, by the name of the file', () => {
    const files = readdirSync(folder).filter((file) => !otherFiles.includes(file));
    expect(smells.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('takes these for critical, which every profile gates, and all others for advisory', () => {
    const critical = smells.filter(({ severity }) => severity === 'critical').map(({ id }) => id);
    expect(critical.sort()).toEqual([
      'brain-class',
      'brain-method',
      'bumpy-road-ahead',
      'deep-global-nested-complexity',
      'deep-nested-complexity',
      'low-cohesion',
    ]);
    const others = smells.filter(({ id }) => !critical.includes(id)).map(({ severity }) => severity);
    expect(new Set(others)).toEqual(new Set(['advisory']));
  });

  it('finds these in functions, and all others in the file', () => {
    const inFunctions = smells.filter(({ level }) => level === 'function').map(({ id }) => id);
    expect(inFunctions.sort()).toEqual([
      'brain-method',
      'bumpy-road-ahead',
      'code-duplication',
      'complex-conditional',
      'complex-method',
      'constructor-over-injection',
      'deep-nested-complexity',
      'excess-number-of-function-arguments',
      'large-embedded-code-block',
      'large-method',
    ]);
    const others = smells.filter(({ id }) => !inFunctions.includes(id)).map(({ level }) => level);
    expect(new Set(others)).toEqual(new Set(['file']));
  });

  it('gives each smell settings by default', () => {
    expect(Object.keys(defaultRules)).toEqual(smells.map(({ id }) => id));
    for (const { id, severity, limits } of smells) {
      expect(defaultRules[id]).toMatchObject({ enabled: true, weight: 1, severity });
      expect(Object.keys(defaultRules[id]?.limits ?? {})).toEqual(Object.keys(limits));
    }
  });
});

describe.each(smells)('$id', (smell) => {
  it("has CodeScene's name, folded, for its id", () => {
    expect(smell.id).toBe(
      smell.name
        .toLowerCase()
        .replaceAll(/[^a-z -]/g, '')
        .replaceAll(' ', '-'),
    );
  });

  it('is documented', () => {
    const texts = [smell.summary, smell.why, smell.fix];
    for (const text of texts) expect(text).toMatch(/^[A-Z][^\n]{20,}\.$/);
    expect(new Set(texts).size).toBe(texts.length);
    expect(smell.references.length).toBeGreaterThan(0);
    expect(smell.notes.length).toBeGreaterThan(0);
  });

  it('has limits that are named for the last allowed value', () => {
    expect(Object.keys(smell.limits).length).toBeGreaterThan(0);
    for (const [name, limit] of Object.entries(smell.limits)) {
      expect(name).toMatch(/^(max|min)[A-Z][A-Za-z]+$/);
      expect(limit.default).toBeGreaterThanOrEqual(0);
      expect(limit.unit).toMatch(/^[a-z ]+$/);
      expect(limit.description).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('has an example with exactly this smell', () => {
    const found = findExample(smell, 'bad');
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((finding) => finding.smell))).toEqual(new Set([smell.id]));
  });

  it('has an example without any smell', () => {
    expect(findExample(smell, 'good')).toEqual([]);
  });

  it('has messages that carry the name, the value and the limit', () => {
    for (const finding of findExample(smell, 'bad')) {
      if (finding.function !== null) expect(finding.message).toContain(finding.function);
      expect(finding.message).toContain(String(finding.measured));
      expect(finding.message).toContain(`limit ${finding.limit}`);
    }
  });
});

describe('findSmell', () => {
  it.each([
    ['deep-nested-complexity', 'deep-nested-complexity'],
    ['Deep, Nested Complexity', 'deep-nested-complexity'],
    ['  complex METHOD ', 'complex-method'],
    ['Large_Method', 'large-method'],
  ])('finds %j', (name, id) => {
    expect(findSmell(name)?.id).toBe(id);
  });

  it.each(['', 'complex', 'complex-methods', 'constructor', '__proto__'])('does not find %j', (name) => {
    expect(findSmell(name)).toBeUndefined();
  });
});
