import { type Content, type Repository, readBlobs, readWorkingTreeFile } from '../git/index.ts';
import type { SideContent } from '../measurement/measure-content.ts';
import type { SideToRead } from '../measurement/sides-to-measure.ts';

/** Reads sides in the order asked for: blobs through one git process, the rest from the working tree. */
export async function* readSides(
  repository: Repository,
  sides: readonly SideToRead[],
): AsyncGenerator<SideContent> {
  const blobs = readBlobs(
    repository,
    sides.map(({ blob }) => blob).filter((blob) => blob !== null),
  );
  try {
    for (const side of sides) {
      yield toSideContent(side.blob === null ? await readFile(repository, side) : await nextBlob(blobs));
    }
  } finally {
    await blobs.return(undefined);
  }
}

function readFile(repository: Repository, { path, pathIsExact }: SideToRead): Promise<Content> {
  return readWorkingTreeFile(repository, { text: path, isExact: pathIsExact });
}

async function nextBlob(blobs: ReturnType<typeof readBlobs>): Promise<Content> {
  const { value } = await blobs.next();
  return value ? value.content : { kind: 'missing' };
}

/** What reading gave, for measuring. */
export function toSideContent(content: Content): SideContent {
  switch (content.kind) {
    case 'bytes':
      return { bytes: content.bytes };
    case 'too-large':
      return { bytes: null, reason: `too large to be read (${content.size} bytes)` };
    case 'unreadable':
      return { bytes: null, reason: content.reason };
    case 'missing':
      return { bytes: null, reason: 'its content is not in this clone' };
  }
}
