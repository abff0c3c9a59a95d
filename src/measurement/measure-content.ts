import { readSourceText } from '../languages/source-text.ts';
import type { SideResult } from '../model/measured-file.ts';
import type { Measurement } from '../model/metrics.ts';
import type { FileSide } from '../model/source.ts';

/** Bytes of a side, or why there are none. */
export type SideContent = { readonly bytes: Uint8Array } | { readonly bytes: null; readonly reason: string };

/** Measures one source text; see `loadMeasurer` in languages/. */
export type Measurer = (path: string, text: string) => Measurement;

/** What comes of a side for a reason that lies outside of its content. */
export function notMeasured(reason: string): SideResult {
  return { kind: 'unmeasurable', reason, line: null };
}

/** Measures one content; `side` says under which path. */
export function measureContent(
  side: Pick<FileSide, 'path'>,
  content: SideContent,
  measure: Measurer,
): SideResult {
  if (content.bytes === null) return notMeasured(content.reason);
  const source = readSourceText(content.bytes);
  if (source.kind === 'skipped') return source;
  if (source.kind === 'unmeasurable') return { ...source, line: null };
  const measurement = measure(side.path, source.text);
  return measurement.measured
    ? { kind: 'measured', metrics: measurement.metrics }
    : { kind: 'unmeasurable', ...measurement.unmeasurable };
}
