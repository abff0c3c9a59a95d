import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

const require = createRequire(import.meta.url);
const official = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** RFC 3986: only what a URI may hold, every percent sign with its two digits; no scheme where it is a reference here. */
const uriCharacters = /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})*$/;
const isUri = (text: string) => uriCharacters.test(text) && URL.canParse(text);
const isUriReference = (text: string) =>
  uriCharacters.test(text) && URL.canParse(text, 'file:///repository/');

/** The official schema is of an older draft; what it uses of that differs in the names of these two keys alone. */
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(official, 'utf8'));
// One of its patterns is none with Unicode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', isUri);
ajv.addFormat('uri-reference', isUriReference);
ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
const validate = ajv.compile(schema);

/** What is wrong with a text by the official schema of SARIF 2.1.0; nothing where it is valid. */
export function findSarifProblems(text: string): readonly string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
