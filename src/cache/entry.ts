import { nameOf } from '../languages/side-name.ts';
import type { SideKey, SideResult } from '../model/measured-file.ts';
import { sideResultShape } from '../shape/side-result-shape.ts';

/** The JSON text of a result, with its name: all that it depends on but the analyzer, which is the pack's. */
export function encodeResult(key: SideKey, result: SideResult): Buffer {
  return Buffer.from(JSON.stringify([nameOf(key), result]));
}

/** Reads a result back; `null` for what is no result, or that of another content. */
export function decodeResult(entry: Buffer, key: SideKey): SideResult | null {
  const data = parse(entry);
  if (!Array.isArray(data) || data.length !== 2) return null;
  const [name, result] = data as readonly unknown[];
  return name === nameOf(key) && sideResultShape(result) === null ? (result as SideResult) : null;
}

function parse(entry: Buffer): unknown {
  try {
    return JSON.parse(entry.toString());
  } catch {
    return null;
  }
}
