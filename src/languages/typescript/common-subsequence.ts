/**
 * Length of the longest common subsequence of two token sequences: bit-parallel, 31 tokens of `a` at a time
 * (Hyyrö, "Bit-parallel LCS-length computation revisited").
 */
export function measureCommonSubsequence(a: Int32Array, b: Int32Array): number {
  const words = Math.ceil(a.length / bitsInWord);
  const masks = findOccurrences(a, words);
  const open = new Int32Array(words).fill(allBits);
  for (const token of b) {
    const mask = masks.get(token);
    if (mask) advance(open, mask);
  }
  return countClosed(open, a.length);
}

/** Steps that a measurement takes. */
export function countSteps(a: Int32Array, b: Int32Array): number {
  return Math.ceil(a.length / bitsInWord) * b.length;
}

const bitsInWord = 31;
const allBits = 0x7fffffff;

/** For each token of the sequence, a bit for each place where it stands. */
function findOccurrences(sequence: Int32Array, words: number): Map<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  sequence.forEach((token, index) => {
    const mask = masks.get(token) ?? new Int32Array(words);
    const word = Math.floor(index / bitsInWord);
    mask[word] = (mask[word] as number) | (1 << (index % bitsInWord));
    masks.set(token, mask);
  });
  return masks;
}

/** V := (V + (V & M)) | (V & ~M), over all words, the carry of each going to the next. */
function advance(open: Int32Array, mask: Int32Array): void {
  let carry = 0;
  for (let word = 0; word < open.length; word++) {
    const current = open[word] as number;
    const matched = current & (mask[word] as number);
    const sum = current + matched + carry;
    carry = sum > allBits ? 1 : 0;
    open[word] = (sum & allBits) | (current & ~matched);
  }
}

/** A zero bit is a token that is part of the subsequence. */
function countClosed(open: Int32Array, length: number): number {
  let closed = 0;
  for (let index = 0; index < length; index++) {
    const bit = ((open[Math.floor(index / bitsInWord)] as number) >> (index % bitsInWord)) & 1;
    closed += 1 - bit;
  }
  return closed;
}
