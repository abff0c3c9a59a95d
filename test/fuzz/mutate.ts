/** Gives the next number of a sequence, from 0 to below `limit`. */
export type NextNumber = (limit: number) => number;

/** A sequence that a seed decides (mulberry32). */
export function numbersFrom(seed: number): NextNumber {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

type Mutation = (bytes: Buffer, words: readonly string[], next: NextNumber) => Buffer;

/** A stretch of the input: short ones are likelier. */
function stretchOf(bytes: Buffer, next: NextNumber): readonly [start: number, end: number] {
  const start = next(bytes.length + 1);
  return [start, Math.min(bytes.length, start + 1 + next(2 ** (1 + next(10))))];
}

/** The next word or sign from a random place on. */
function tokenOf(bytes: Buffer, next: NextNumber): readonly [start: number, end: number] {
  const start = next(bytes.length + 1);
  const text = bytes.toString('latin1', start, start + 80);
  const [token = ''] = /[\w$]+|[^\w\s]/.exec(text) ?? [];
  const from = start + Math.max(0, text.indexOf(token));
  return [from, from + token.length];
}

function replaced(bytes: Buffer, [start, end]: readonly [number, number], by: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);
}

const nothing = Buffer.alloc(0);

const mutations: readonly Mutation[] = [
  function flipBit(bytes, _words, next) {
    if (bytes.length === 0) return bytes;
    const copy = Buffer.from(bytes);
    const index = next(copy.length);
    copy[index] = (copy[index] ?? 0) ^ (1 << next(8));
    return copy;
  },
  function cutOff(bytes, _words, next) {
    return bytes.subarray(0, next(bytes.length + 1));
  },
  function deleteStretch(bytes, _words, next) {
    return replaced(bytes, stretchOf(bytes, next), nothing);
  },
  function repeatStretch(bytes, _words, next) {
    const [start, end] = stretchOf(bytes, next);
    return replaced(bytes, [end, end], bytes.subarray(start, end));
  },
  function deleteToken(bytes, _words, next) {
    return replaced(bytes, tokenOf(bytes, next), nothing);
  },
  function repeatToken(bytes, _words, next) {
    const [start, end] = tokenOf(bytes, next);
    const token = bytes.subarray(start, end);
    return replaced(bytes, [end, end], Buffer.concat(Array.from({ length: 1 + next(200) }, () => token)));
  },
  function swapTokens(bytes, _words, next) {
    const [first, second] = [tokenOf(bytes, next), tokenOf(bytes, next)].sort(([a], [b]) => a - b);
    if (first === undefined || second === undefined || first[1] > second[0]) return bytes;
    const words = [bytes.subarray(...first), bytes.subarray(...second)] as const;
    return replaced(replaced(bytes, second, words[0]), first, words[1]);
  },
  function insertWord(bytes, words, next) {
    const at = next(bytes.length + 1);
    return replaced(bytes, [at, at], Buffer.from(words[next(words.length)] ?? ''));
  },
];

/** The input with one change, which the sequence decides. */
export function mutate(bytes: Buffer, words: readonly string[], next: NextNumber): Buffer {
  const mutation = mutations[next(mutations.length)];
  return mutation ? mutation(bytes, words, next) : bytes;
}

/** The beginning of one input with the end of another. */
export function splice(first: Buffer, second: Buffer, next: NextNumber): Buffer {
  return Buffer.concat([first.subarray(0, next(first.length + 1)), second.subarray(next(second.length + 1))]);
}
