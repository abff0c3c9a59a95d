/**
 * What has no shape of its own or reorders its neighbours: control characters (C0, DEL, C1), format characters
 * (bidirectional controls, zero-width), line and paragraph separators, lone surrogates; and what Unicode keeps from
 * being a character, which no HTML or XML may hold.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A text from the repository on one line, safe for a terminal: `\x1b`, `\u202e`, `\u{e0001}` for the invisible. */
export function escapeText(text: string): string {
  return text.replace(invisible, escapeCharacter);
}

/** A copy of plain data with every text in it escaped. */
export function escapeStrings<T>(data: T): T {
  return escapeAny(data) as T;
}

function escapeAny(value: unknown): unknown {
  if (typeof value === 'string') return escapeText(value);
  if (Array.isArray(value)) return value.map(escapeAny);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeAny(item)]));
}

function escapeCharacter(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  const digits = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return codePoint <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}
