/** What JSON leaves raw though it has no shape of its own; the line feeds of the layout are kept. */
const invisible = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Data as JSON that can be shown on a terminal: two spaces of indentation (none with 0: one line), control and format characters escaped,
 * so that values stay exact when read back. Ends with a line feed.
 */
export function toSafeJson(data: unknown, indentation = 2): string {
  return `${JSON.stringify(data, null, indentation).replace(invisible, escapeCodeUnits)}\n`;
}

function escapeCodeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const digits = character.charCodeAt(index).toString(16);
    return `\\u${digits.padStart(4, '0')}`;
  }).join('');
}
