import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RatchetPlan } from '../pipeline/plan-ratchet.ts';
import type { Notes } from './notes.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Does to the ratchet file what was planned, and says so.
 * @returns `false` where an update was asked for and the review is none that a floor can be made of
 * @throws OutputError where the file cannot be written
 */
export async function updateRatchet(
  plan: RatchetPlan | null,
  { note }: Pick<Notes, 'note'>,
): Promise<boolean> {
  if (!plan) return true;
  if (plan.text !== null) {
    // `.codescene` may not be there yet; where it cannot be made, writing says why.
    await mkdir(dirname(plan.file), { recursive: true }).catch(() => {});
    await writeAtomically(plan.file, plan.text, 'The floor');
  }
  plan.notes.forEach(note);
  return !plan.isBlocked;
}
