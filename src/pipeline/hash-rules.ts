import { createHash } from 'node:crypto';
import type { Profile } from '../model/profile.ts';

/** What decides about scores and about which files have one; gates, goals and feedback do not. */
const movesScores = /^(?:rules\.|files\.(?:include|exclude)$|overrides\[\d+\]\.(?:files$|rules\.))/;
/** Enough that two sets of rules never agree by chance. */
const digits = 16;

/** A short hash that is equal for two profiles by which a review scores the same files the same way. */
export function hashRules({ values }: Pick<Profile, 'values'>): string {
  const lines = values
    .filter(({ key }) => movesScores.test(key))
    .map(({ key, value }) => JSON.stringify([key, value]))
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, digits);
}
