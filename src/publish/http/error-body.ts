import { cutText } from '../../text/cut-text.ts';
import { isRecord } from '../is-record.ts';
import { redact } from '../redact.ts';

const sentenceLength = 300;
/** Markup beyond this says nothing that the beginning does not say. */
const readLength = 20_000;

/**
 * What an error answer says, as one line for a reader: at most 300 characters, without control characters and
 * secrets. Knows the shapes that the Bitbucket Cloud services use (`{error: {message, detail, fields}}` with a text or
 * lists of scopes as its detail, `{code, message}`, `{key, message, arguments}`), that of Data Center
 * (`{errors: [{context, message}]}`), HTML pages and plain text.
 * @returns an empty string where the answer says nothing.
 */
export function describeErrorBody(body: string, secrets: readonly string[]): string {
  const known = redact(body, secrets).slice(0, readLength);
  const words = readJson(known) ?? readMarkup(known);
  const line = words.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
  return cutText(redact(line, secrets), sentenceLength);
}

function readJson(body: string): string | null {
  const parsed = parseJson(body);
  if (!isRecord(parsed)) return null;
  if (Array.isArray(parsed.errors) && parsed.errors.length > 0) return describeErrors(parsed.errors) ?? body;
  const error = isRecord(parsed.error) ? parsed.error : parsed;
  const message = textOf(error.message) ?? textOf(parsed.error);
  const detail = textOf(error.detail) ?? describeDetail(error.detail);
  const parts = [message, detail, describeFields(error.fields, message ?? '')];
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length > 0 ? said.join(' ') : (textOf(error.key) ?? body);
}

/** The errors of Data Center, each with the field that it is about; `null` where none says anything. */
function describeErrors(errors: readonly unknown[]): string | null {
  const said = errors.filter(isRecord).flatMap(({ context, message, exceptionName }) => {
    const words = textOf(message) ?? textOf(exceptionName);
    const field = textOf(context);
    if (words === null) return [];
    return [field === null || words.startsWith(field) ? words : `${field}: ${words}`];
  });
  return said.length > 0 ? said.join(' ') : null;
}

/** A refusal for want of scopes names these first, as a token can have many: `{required: [...], granted: [...]}`. */
function describeDetail(detail: unknown): string | null {
  if (!isRecord(detail)) return null;
  const { required, ...others } = detail;
  const parts = Object.entries(required === undefined ? others : { required, ...others })
    .map(([name, value]) => ({ name, words: [value].flat().map(textOf) }))
    .filter(({ words }) => words.every((word) => word !== null))
    .map(({ name, words }) => `${name}: ${words.length === 0 ? 'none' : words.join(', ')}`);
  return parts.length === 0 ? null : `(${parts.join('; ')})`;
}

/** What is wrong with each field, as far as the message does not already say it. */
function describeFields(fields: unknown, message: string): string | null {
  if (!isRecord(fields)) return null;
  return Object.entries(fields)
    .map(([field, complaint]) => ({ field, complaint: [complaint].flat().map(String).join(' ') }))
    .filter(({ complaint }) => !message.includes(complaint))
    .map(({ field, complaint }) => `${field}: ${complaint}`)
    .join(' ');
}

/** The text of an HTML page; plain text has no tags and stays as it is. */
function readMarkup(body: string): string {
  return body
    .replace(/<(style|script)\b[^<>]*>[^<]*<\/\1>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
