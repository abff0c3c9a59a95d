import type { FileReport } from '../model/report.ts';

/** More functions than this are counted and not named. */
const mostNamed = 3;

/** Which functions with findings came into a file from others, for a condition on its score; empty where none did. */
export function describeArrivals({ moved }: Pick<FileReport, 'moved'>): string {
  const arrivals = moved.filter(({ direction }) => direction === 'in');
  if (arrivals.length === 0) return '';
  const named = arrivals.slice(0, mostNamed).map((each) => `${each.function} from ${each.otherPath}`);
  const rest = arrivals.length - named.length;
  return ` Moved here with findings: ${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}.`;
}
