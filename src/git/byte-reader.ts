/** Reads lines and stretches of known length from a stream of chunks, holding one chunk at a time. */
export interface ByteReader {
  /** The text up to the next line feed, which is taken too; `null` where the stream ends first. */
  readonly line: () => Promise<string | null>;
  /** Exactly so many bytes, in memory of their own; `null` where the stream ends first. */
  readonly take: (length: number) => Promise<Buffer | null>;
  /** Passes over so many bytes; whether they were there. */
  readonly skip: (length: number) => Promise<boolean>;
}

const lineFeed = 10;

export function createByteReader(chunks: AsyncIterator<Buffer>): ByteReader {
  let pending: Buffer = Buffer.alloc(0);

  async function nextChunk(): Promise<Buffer | null> {
    const { value, done } = await chunks.next();
    return done === true ? null : value;
  }

  /** Hands at most `length` pending bytes on, after waiting for a chunk where there are none. */
  async function some(length: number): Promise<Buffer | null> {
    while (pending.length === 0) {
      const chunk = await nextChunk();
      if (chunk === null) return null;
      pending = chunk;
    }
    const part = pending.subarray(0, length);
    pending = pending.subarray(part.length);
    return part;
  }

  /** Calls `each` for consecutive parts that make up `length` bytes. */
  async function walk(length: number, each: (part: Buffer, offset: number) => void): Promise<boolean> {
    let offset = 0;
    while (offset < length) {
      const part = await some(length - offset);
      if (part === null) return false;
      each(part, offset);
      offset += part.length;
    }
    return true;
  }

  return {
    line: async () => {
      let end = pending.indexOf(lineFeed);
      while (end === -1) {
        const chunk = await nextChunk();
        if (chunk === null) return null;
        pending = Buffer.concat([pending, chunk]);
        end = pending.indexOf(lineFeed);
      }
      const text = pending.toString('latin1', 0, end);
      pending = pending.subarray(end + 1);
      return text;
    },
    take: async (length) => {
      const bytes = Buffer.alloc(length);
      const complete = await walk(length, (part, offset) => part.copy(bytes, offset));
      return complete ? bytes : null;
    },
    skip: (length) => walk(length, () => undefined),
  };
}
