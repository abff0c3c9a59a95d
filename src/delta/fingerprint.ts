/** FNV-1a, 64 bits (Fowler, Noll, Vo: offset basis and prime). */
const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;
const mask = 0xffffffffffffffffn;

/**
 * The identity of a finding across revisions: path, smell and function; no line and no number. Equal for several
 * findings of one smell in one function. Not for security.
 *
 * @returns 16 hexadecimal digits.
 */
export function fingerprint(path: string, smell: string, functionName: string | null): string {
  const text = JSON.stringify([path, smell, functionName]);
  let hash = offsetBasis;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = mix(mix(hash, unit & 0xff), unit >> 8);
  }
  return hash.toString(16).padStart(16, '0');
}

function mix(hash: bigint, byte: number): bigint {
  return ((hash ^ BigInt(byte)) * prime) & mask;
}
