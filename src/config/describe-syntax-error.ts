import type { YAMLError } from 'yaml';

/**
 * What a syntax error of the YAML parser means to the writer of a profile. The parser's own messages are not
 * passed on: some of them quote the file, and a profile may hold a credential by mistake.
 */
const meanings: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'text that starts with "*" or "&" must be quoted',
  BAD_DIRECTIVE: 'text that starts with "%" must be quoted',
  BAD_DQ_ESCAPE:
    'a backslash means something else in double quotes: use single quotes, or double the backslash',
  BAD_INDENT: 'this is indented wrongly, or a bracket before it is not closed',
  BAD_SCALAR_START: 'text that starts with "@", "`" or "%" must be quoted',
  BLOCK_AS_IMPLICIT_KEY:
    'expected one key and one value: check the indentation of the next line, and quote text with ": " in it',
  BLOCK_IN_FLOW: 'expected a bracket to be closed before this line',
  DUPLICATE_KEY: 'this key stands in its map twice',
  KEY_OVER_1024_CHARS: 'a key must be shorter than 1024 characters',
  MISSING_CHAR: 'expected a closing quote, a comma, a colon or a space',
  MULTILINE_IMPLICIT_KEY: 'expected a key on one line, with ":" and a space after it',
  MULTIPLE_DOCS: 'expected one YAML document, and here a second one starts',
  RESOURCE_EXHAUSTION: 'expected fewer levels of lists and maps',
  TAB_AS_INDENT: 'tabs cannot indent YAML: use spaces',
  TAG_RESOLVE_FAILED: 'text that starts with "!" must be quoted',
  UNEXPECTED_TOKEN:
    'unexpected here: text that starts with "[" or "{" must be quoted; check brackets, quotes and indentation',
};

const conflictMarker = /^(?:<{7}|={7}|>{7})(?: |$)/;

/**
 * What is wrong, in words for a reader.
 * @param line the text of the line that the error is in
 * @param rest the text from the error on
 */
export function describeSyntaxError(error: YAMLError, line: string, rest: string): string {
  if (conflictMarker.test(line)) return 'a conflict of a merge stands here: resolve it';
  if (error.code === 'TAG_RESOLVE_FAILED' && rest.startsWith('!!')) return tagMessage;
  return meanings[error.code] ?? 'this is not valid YAML';
}

/** What is wrong with a tag such as `!!js/function`. */
export const tagMessage = 'tags ("!!…") mean nothing in a profile: leave it out';
