/** What the marker of a comment says about it. */
export interface CommentMarker {
  /** This comment, or one that it replaced, has spoken of findings. */
  readonly hadFindings: boolean;
}

const findingsFragment = '#findings';

/**
 * The line by which a comment is found again: the definition of a link that nothing refers to, which Markdown shows
 * nowhere and Bitbucket keeps as it is. HTML comments would be shown.
 * @param address absolute, without a fragment
 */
export function toMarkerLine(reportId: string, address: string, { hadFindings }: CommentMarker): string {
  return `${markerLabel(reportId)} ${address}${hadFindings ? findingsFragment : ''}`;
}

/**
 * Reads the marker of a report's comment, where it is the first or last line. Anywhere else, or with anything else on
 * the line, it is a quotation.
 * @returns `null` for a comment without it
 */
export function readMarker(raw: string, reportId: string): CommentMarker | null {
  const lines = raw.trim().split(/\r\n|\r|\n/);
  const label = markerLabel(reportId);
  const line = [lines.at(-1), lines[0]].find(
    (candidate = '') =>
      candidate.startsWith(label) && /^ https?:\/\/\S+\s*$/.test(candidate.slice(label.length)),
  );
  return line === undefined ? null : { hadFindings: line.trimEnd().endsWith(findingsFragment) };
}

function markerLabel(reportId: string): string {
  return `[codescene-pr:${reportId}]:`;
}
