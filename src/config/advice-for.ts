/** What to do about a wrong value that people write often, to stand behind the message; empty for others. */
export function adviceFor(value: unknown, expectsNumber: boolean): string {
  if (typeof value !== 'string') return '';
  if (value.startsWith('!')) return ': to measure files in spite of a pattern, list them in "files.include"';
  return expectsNumber ? adviceForNumber(value.trim()) : '';
}

function adviceForNumber(text: string): string {
  if (/^[\d.]+ *%$/.test(text)) return ': leave out the percent sign';
  if (/^\d+,\d+$/.test(text)) return ': write it with a point';
  return text !== '' && Number.isFinite(Number(text)) ? ': leave out the quotes' : '';
}
