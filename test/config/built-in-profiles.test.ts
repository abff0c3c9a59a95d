import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  defaultProfileName,
  isBuiltInName,
  listBuiltInProfiles,
  resolveProfile,
} from '../../src/config/index.ts';
import { profileJsonSchema } from '../../src/config/profile-json-schema.ts';
import { gateNames } from '../../src/model/profile.ts';

async function gatesOf(name: string): Promise<string[]> {
  const { gates } = await resolveProfile({ name });
  return gateNames.filter((gate) => gates[gate] !== false);
}

describe('the built-in profiles', () => {
  it('are three, from the mildest to the strictest, and the mildest is the default', () => {
    const names = listBuiltInProfiles().map(({ name }) => name);
    expect(names).toEqual(['bare-minimum', 'clean-code-collective', 'pay-down-tech-debt']);
    expect(names[0]).toBe(defaultProfileName);
  });

  it('gate on more and more', async () => {
    const bare = ['hotspot-decline', 'new-code-health', 'critical-rules'];
    const clean = [...bare, 'code-health-decline', 'advisory-rules'];
    expect((await gatesOf('bare-minimum')).sort()).toEqual([...bare].sort());
    expect((await gatesOf('clean-code-collective')).sort()).toEqual([...clean].sort());
    expect((await gatesOf('pay-down-tech-debt')).sort()).toEqual(
      [...clean, 'refactoring-goals', 'supervise-goals'].sort(),
    );
  });

  it('are known by name and alias', async () => {
    const profile = await resolveProfile({ name: 'the-extra-mile' });
    expect(profile.name).toBe('pay-down-tech-debt');
    expect(profile.origin).toBe('built-in');
    expect(isBuiltInName('the-extra-mile')).toBe(true);
    expect(isBuiltInName('./the-extra-mile.yml')).toBe(false);
  });
});

describe('the files of the built-in profiles', () => {
  const folder = new URL('../../src/config/built-in/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(profileJsonSchema());

  it.each(files)('hold the published schema: %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('are what is listed, with their first line for a description', () => {
    expect(files.sort()).toEqual(
      [...listBuiltInProfiles().map(({ name }) => `${name}.yml`), 'defaults.yml'].sort(),
    );
    for (const { name, text, description } of listBuiltInProfiles()) {
      expect(text).toBe(readFileSync(new URL(`${name}.yml`, folder), 'utf8'));
      expect(description).toMatch(/^For .*\.$/);
    }
  });

  it('say in which line a value stands', async () => {
    const { values } = await resolveProfile({ name: 'clean-code-collective' });
    for (const { key, origin } of values.filter(({ key }) => key.startsWith('gates.'))) {
      const [, name] = /^built-in: (.*)$/.exec(origin.source) ?? [];
      const lines = readFileSync(new URL(`${name}.yml`, folder), 'utf8').split('\n');
      expect(lines[(origin.line ?? 0) - 1]).toContain(`${key.replace('gates.', '')}:`);
    }
  });
});
