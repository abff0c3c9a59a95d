const symbolsForControls = 0x2400;
const symbolForDelete = '\u2421';
const replacement = '\ufffd';

/**
 * The text with every control, format and separator character replaced by a visible sign of the same width,
 * so that it can be shown in a terminal as it is.
 */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, visibleSign);
}

function visibleSign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(symbolsForControls + code);
  return code === 0x7f ? symbolForDelete : replacement;
}
