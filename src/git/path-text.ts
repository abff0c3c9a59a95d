/** A path of git, which is bytes, as text. */
export interface PathText {
  readonly text: string;
  /** Whether the bytes are UTF-8, so that the text is the path itself and no readable form of it. */
  readonly isExact: boolean;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readableForm(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u00ff\\]/g, (character) => {
    if (character === '\\') return '\\\\';
    return `\\x${character.charCodeAt(0).toString(16)}`;
  });
}

/**
 * A path's bytes as text. Where they are not UTF-8, every byte above ASCII is written as `\xe9` and every
 * backslash doubled, so that `encodePath` finds the bytes again.
 */
export function decodePath(bytes: Buffer): PathText {
  try {
    return { text: decoder.decode(bytes), isExact: true };
  } catch {
    return { text: readableForm(bytes), isExact: false };
  }
}

/** The bytes of a path that `decodePath` made text of. */
export function encodePath({ text, isExact }: PathText): Buffer {
  if (isExact) return Buffer.from(text);
  const unescaped = text.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(unescaped, 'latin1');
}
