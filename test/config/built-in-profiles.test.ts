import { describe, expect, it } from 'vitest';
import {
  defaultProfileName,
  isBuiltInName,
  listBuiltInProfiles,
  resolveProfile,
} from '../../src/config/index.ts';
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
