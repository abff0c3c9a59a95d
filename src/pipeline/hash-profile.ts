import { createHash } from 'node:crypto';
import type { Profile } from '../model/profile.ts';

/** A hash that is equal for two profiles that say the same, wherever their values come from. */
export function hashProfile({ values }: Pick<Profile, 'values'>): string {
  const lines = values.map(({ key, value }) => JSON.stringify([key, value])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
