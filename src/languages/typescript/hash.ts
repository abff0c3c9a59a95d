/** FNV-1a, 32 bits (Fowler, Noll, Vo): fast in plain JavaScript, and good enough where nobody chooses the input. */
export const hashSeed = 0x811c9dc5 | 0;

/** Adds one 16-bit unit to a hash. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads the bits of a hash, so that the smallest of many are a fair sample of them (MurmurHash3's finaliser). */
export function spreadHash(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

export function hashText(text: string): number {
  let hash = hashSeed;
  for (let index = 0; index < text.length; index++) hash = addToHash(hash, text.charCodeAt(index));
  return hash;
}
