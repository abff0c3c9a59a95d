const replacement = '[secret]';

/** Takes every given secret out of a text that may end up in front of a reader. */
export function redact(text: string, secrets: readonly string[]): string {
  return [...new Set(secrets)]
    .filter((secret) => secret !== '')
    .sort((first, second) => second.length - first.length)
    .reduce((redacted, secret) => redacted.replaceAll(secret, replacement), text);
}
