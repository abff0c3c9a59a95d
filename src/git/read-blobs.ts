import { type ByteReader, createByteReader } from './byte-reader.ts';
import { type Content, defaultMaxBytes } from './content.ts';
import { gitFailure } from './describe-output.ts';
import type { GitStream, Repository } from './repository.ts';

/** One blob asked for, with what reading it gave: `bytes`, `missing` or `too-large`. */
export interface ReadBlob {
  readonly id: string;
  readonly content: Content;
}

async function readContent(reader: ByteReader, header: string, maxBytes: number): Promise<Content | null> {
  const [, type, digits] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header) ?? [];
  if (type === undefined) return { kind: 'missing' };
  const size = Number(digits);
  if (type === 'blob' && size <= maxBytes) {
    const bytes = await reader.take(size);
    return bytes !== null && (await reader.skip(1)) ? { kind: 'bytes', bytes } : null;
  }
  if (!(await reader.skip(size + 1))) return null;
  return type === 'blob' ? { kind: 'too-large', size } : { kind: 'missing' };
}

async function endedEarly(stream: GitStream): Promise<Error> {
  const end = await stream.finished();
  const isPartial = /promisor|lazy|not allowed/.test(end.stderr);
  return gitFailure(
    'The files could not be read from the clone.',
    end,
    isPartial
      ? 'This is a partial clone and codescene-pr does not fetch what is missing: clone without --filter, or run git fetch --refetch.'
      : 'Is the clone damaged? git fsck tells.',
  );
}

function* requestLines(ids: readonly string[]): Generator<string> {
  for (const id of ids) yield `${id}\n`;
}

/**
 * Reads blobs through one `git cat-file --batch` process, in the order asked for. The process waits while
 * the caller works, so memory holds one blob, whatever their number; leaving the loop early ends it.
 * A blob above `maxBytes` passes by without being held.
 *
 * @param ids full hashes
 * @throws GitError where the process fails
 */
export async function* readBlobs(
  repository: Repository,
  ids: readonly string[],
  maxBytes: number = defaultMaxBytes,
): AsyncGenerator<ReadBlob> {
  if (ids.length === 0) return;
  const stream = repository.stream(['cat-file', '--batch', '--buffer'], requestLines(ids));
  const reader = createByteReader(stream.output);
  try {
    for (const id of ids) {
      const header = await reader.line();
      const content = header === null ? null : await readContent(reader, header, maxBytes);
      if (content === null) throw await endedEarly(stream);
      yield { id, content };
    }
  } finally {
    await stream.stop();
  }
}
