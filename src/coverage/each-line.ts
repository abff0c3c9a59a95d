/** Calls `visit` for every line, without its line break (LF or CRLF), with its 1-based number. */
export function eachLine(text: string, visit: (line: string, number: number) => void): void {
  let number = 1;
  for (let start = 0; start < text.length; number += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const isCrLf = end > start && text[end - 1] === '\r';
    visit(text.slice(start, isCrLf ? end - 1 : end), number);
    start = end + 1;
  }
}
