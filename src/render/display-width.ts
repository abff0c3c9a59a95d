/**
 * What terminals draw two columns wide: emoji that look like pictures without being asked to, and the East Asian ranges
 * (Unicode Standard Annex 11, "W" and "F").
 */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that are drawn over the character before them, and the vowels and finals of a Hangul syllable. */
const combining = /[\p{M}\u1160-\u11ff\ud7b0-\ud7fb]/u;
/** Two of them are one flag, two columns wide. */
const regionalIndicator = /\p{Regional_Indicator}/u;
/** Nearly every text there is: one column a character. */
const ascii = /^[ -~]*$/;

/** How many columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

/** A text filled up with spaces to so many columns. */
export function padText(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** The start of a text that takes at most so many columns, and the rest of it. */
function splitAtWidth(text: string, columns: number): readonly [start: string, rest: string] {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += characterWidth(character);
    if (taken > columns) break;
    end += character.length;
  }
  return [text.slice(0, end), text.slice(end)];
}

/** A text cut to so many columns, with an ellipsis where something is missing. */
export function cutToWidth(text: string, columns: number, ellipsis: string): string {
  if (displayWidth(text) <= columns) return text;
  return splitAtWidth(text, Math.max(0, columns - displayWidth(ellipsis)))[0] + ellipsis;
}

/**
 * A text in lines of at most so many columns, broken at spaces. A longer word is broken as well, but for one that looks
 * like a path: that is kept whole, so that it can be clicked and copied.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => breakWord(part, columns))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, columns: number): readonly string[] {
  if (displayWidth(word) <= columns || word.includes('/')) return [word];
  const pieces: string[] = [];
  let rest = word;
  while (rest !== '') {
    const [piece, remainder] = splitAtWidth(rest, Math.max(2, columns));
    pieces.push(piece);
    rest = remainder;
  }
  return pieces;
}

function characterWidth(character: string): number {
  if (combining.test(character)) return 0;
  if (regionalIndicator.test(character)) return 1;
  return wide.test(character) ? 2 : 1;
}
