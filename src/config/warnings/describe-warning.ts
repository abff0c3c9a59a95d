import type { ValueOrigin } from '../../model/profile.ts';
import { visibleText } from '../visible-text.ts';

/** Something in a profile that has no effect. */
export interface ProfileWarning {
  readonly origin: ValueOrigin;
  /** Dotted, in the profile file's spelling. */
  readonly key: string;
  /** Why, and what to do; without a full stop. */
  readonly message: string;
}

/** A warning as one sentence for a reader, with its place in front. */
export function describeWarning({ origin, key, message }: ProfileWarning): string {
  return visibleText(`${describePlace(origin)}: ${key} ${message}.`);
}

/** `.codescene/quality-profile.yml:12`. */
export function describePlace({ source, line }: ValueOrigin): string {
  return line === null ? source : `${source}:${line}`;
}
