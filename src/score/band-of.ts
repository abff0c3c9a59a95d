/** The colour under which CodeScene shows a score. */
export type Band = 'optimal' | 'green' | 'yellow' | 'red';

const greenFrom = 9;
const yellowFrom = 4;

/** The band of a score: optimal at 10.0, green from 9.0, yellow from 4.0, red below. */
export function bandOf(score: number): Band {
  if (score >= 10) return 'optimal';
  if (score >= greenFrom) return 'green';
  return score >= yellowFrom ? 'yellow' : 'red';
}
