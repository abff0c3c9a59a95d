/**
 * Cuts a text to at most `limit` UTF-16 code units, with an ellipsis where something is missing; never inside a
 * code point. A host may count code units or code points: the text is within the limit either way.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
