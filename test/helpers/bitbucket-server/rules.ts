/** Checks one value. Answers what is wrong with it, or nothing. */
export type Rule = (value: unknown) => string | null;

/** The fields an object may have; those in `required` it must have. */
export interface ObjectRules {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Rule>>;
}

/** Everything that is wrong with an object, one complaint per line of the result. */
export function findComplaints(value: unknown, { required, fields }: ObjectRules): readonly string[] {
  if (!isObject(value)) return ['not an object'];
  const missing = required.filter((field) => value[field] === undefined);
  const unknown = Object.keys(value).filter((field) => !Object.hasOwn(fields, field));
  const wrong = Object.entries(value).flatMap(([field, content]) => {
    const complaint = fields[field]?.(content) ?? null;
    return complaint === null ? [] : [`${field}: ${complaint}`];
  });
  return [
    ...missing.map((field) => `${field}: missing`),
    ...unknown.map((field) => `${field}: unknown field`),
    ...wrong,
  ];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text with something in it, at most so long, that can be shown: no control characters but line breaks. */
export function text(maxLength: number): Rule {
  return (value) => {
    if (typeof value !== 'string') return 'not a string';
    if (value.trim() === '') return 'empty';
    if (value.length > maxLength) return `longer than ${maxLength} characters (${value.length})`;
    if (/\p{Surrogate}/u.test(value)) return 'not valid Unicode';
    return /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.test(value) ? 'holds control characters' : null;
  };
}

export function oneOf(...words: readonly string[]): Rule {
  return (value) => (words.includes(value as string) ? null : `not one of ${words.join(', ')}`);
}

export const boolean: Rule = (value) => (typeof value === 'boolean' ? null : 'not a boolean');

export function number(minimum: number, maximum: number): Rule {
  return (value) =>
    typeof value === 'number' && value >= minimum && value <= maximum
      ? null
      : `not a number from ${minimum} to ${maximum}`;
}

export const lineNumber: Rule = (value) =>
  Number.isInteger(value) && (value as number) >= 1 ? null : 'not a line number (from 1)';

/** A path inside the repository. */
export const repositoryPath: Rule = (value) => {
  if (typeof value !== 'string' || value === '') return 'not a path';
  const segments = value.split('/');
  return segments.some((segment) => ['', '.', '..'].includes(segment))
    ? 'not relative to the repository'
    : null;
};

/** A link that a reader can follow: Bitbucket refuses those that lead to the machine itself. */
export const link: Rule = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'not a URL';
  const { protocol, hostname } = new URL(value);
  if (protocol !== 'http:' && protocol !== 'https:') return 'not an http or https URL';
  return /^(localhost|127\..*|\[::1\]|0\.0\.0\.0)$/.test(hostname) ? 'leads to the machine itself' : null;
};
