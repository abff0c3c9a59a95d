import { compareText } from '../score/index.ts';
import type { Past } from './interpret-history.ts';

/** A file that changed fewer times in the year is no hotspot: that is too little to speak of a habit. */
export const minHotspotCommits = 10;

/** The share of the activity, in per cent, that the hotspots carry. */
const hotspotShare = 80;

/** How much happened in one file. */
export interface FileActivity {
  readonly path: string;
  /** Count of commits that changed it. */
  readonly commits: number;
  /** Commits times bytes. */
  readonly activity: number;
}

/**
 * The files that changed in at least 10 commits, by activity, the most active first. A file's activity is its
 * change frequency times its size: CodeScene's documentation calls a hotspot complicated code that is worked on
 * often, ranks by change frequency, and takes the size for the complexity. Size is in bytes, which git knows
 * without reading a file; between files of one language they are as good as lines. Pure.
 */
export function rankByActivity({ commits, sizes }: Pick<Past, 'commits' | 'sizes'>): readonly FileActivity[] {
  const counts = new Map<string, number>();
  for (const { files } of commits) {
    for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= minHotspotCommits)
    .map(([path, count]) => ({ path, commits: count, activity: count * (sizes.get(path) ?? 0) }))
    .sort((a, b) => b.activity - a.activity || compareText(a.path, b.path));
}

/**
 * The hotspots: the most active of the files that changed in at least 10 commits, until together they carry 80 % of
 * the activity of these. After CodeScene's documentation: a small part of the code gets most of the work, and there
 * a decline costs most. Pure.
 *
 * @returns names of now, the most active first
 */
export function findHotspots(past: Pick<Past, 'commits' | 'sizes'>): readonly string[] {
  const ranking = rankByActivity(past);
  const total = ranking.reduce((sum, { activity }) => sum + activity, 0);
  let carried = 0;
  const hotspots: string[] = [];
  for (const { path, activity } of ranking) {
    if (carried * 100 >= total * hotspotShare) break;
    carried += activity;
    hotspots.push(path);
  }
  return hotspots;
}
