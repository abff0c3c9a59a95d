import type { Rules } from '../model/profile.ts';

/** What a smell's points are multiplied by: 1 where the rules say nothing, 0 where the rule is off. */
export function weightOf(smell: string, rules: Rules): number {
  const settings = Object.hasOwn(rules, smell) ? rules[smell] : undefined;
  if (settings === undefined) return 1;
  return settings.enabled ? Math.max(0, settings.weight) : 0;
}

/**
 * How much of the points of `of` comes off the points of `from`: all of it, or less where `from` weighs less, so
 * that a weight scales what its own rule costs and a worse value never makes a file cheaper.
 */
export function shareOf(of: string, from: string, rules: Rules): number {
  const whole = weightOf(of, rules);
  return whole === 0 ? 0 : Math.min(1, weightOf(from, rules) / whole);
}
