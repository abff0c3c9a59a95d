import { createHash } from 'node:crypto';
import { dialectOf } from '../languages/index.ts';
import type { SideKey, SideResult } from '../model/measured-file.ts';
import type { FileSide } from '../model/source.ts';
import type { SideContent } from './measure-content.ts';

/**
 * What came of sides that were measured before: what is known is neither read nor measured. By content, so that the
 * path makes no difference beyond the dialect.
 */
export interface KnownSides {
  /** Whether something is known of it; asked of all sides before the first is measured, so it has to be quick. */
  readonly has: (key: SideKey) => boolean;
  /** `null` where it turns out to be of no use: the side is then measured after all. */
  readonly recall: (key: SideKey) => Promise<SideResult | null>;
  /** Told what is measured after all, where somebody wants to know. */
  readonly remember?: (key: SideKey, result: SideResult) => void;
}

export const nothingKnown: KnownSides = { has: () => false, recall: async () => null };

/** What the outcome of a side depends on; `null` where its content stands in the working tree only. */
export function keyOf({ path, blob }: Pick<FileSide, 'path' | 'blob'>): SideKey | null {
  return blob === null ? null : { blob, dialect: dialectOf(path) };
}

/** The key of a side that something is known of; `null` where it has to be read first. */
export function knownKeyOf(side: Pick<FileSide, 'path' | 'blob'>, known: KnownSides): SideKey | null {
  const key = keyOf(side);
  return key && known.has(key) ? key : null;
}

/** The key of a side by what was read of it: git has no hash of what stands in the working tree only. */
export function keyOfContent(side: FileSide, { bytes }: SideContent): SideKey | null {
  if (side.blob !== null || bytes === null) return keyOf(side);
  const hash = createHash('sha256').update(`blob ${bytes.length}\0`).update(bytes);
  return { blob: hash.digest('hex'), dialect: dialectOf(side.path) };
}

/** Recalls what came of a content, or finds it out and tells of it what every later run would find as well. */
export async function recallOrMeasure(
  known: KnownSides,
  key: SideKey | null,
  measure: () => Promise<SideResult>,
): Promise<SideResult> {
  const recalled = key && known.has(key) ? await known.recall(key) : null;
  if (recalled) return recalled;
  const result = await measure();
  if (key && isLasting(result)) known.remember?.(key, result);
  return result;
}

/**
 * Whether content and dialect alone decided it. That a content is missing in this clone, too large to be read or nested
 * too deeply for this stack may be otherwise elsewhere: only a syntax error has a line.
 */
function isLasting(result: SideResult): boolean {
  return result.kind !== 'unmeasurable' || result.line !== null;
}
