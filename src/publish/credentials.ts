import { Buffer } from 'node:buffer';
import { UsageError } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Credentials as they go over the wire, and every form in which they must not show up in a text. */
export interface Credentials {
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  readonly secrets: readonly string[];
  /** The variables that they were read from, for a reader. */
  readonly variables: readonly string[];
}

/** The names of the variables that hold the e-mail address and the token of an account. */
export interface VariablePair {
  readonly email: string;
  readonly token: string;
}

export const accessTokenVariable = 'BITBUCKET_ACCESS_TOKEN';
/** An HTTP access token of Bitbucket Data Center: of a user, a project or a repository. */
export const httpAccessTokenVariable = 'BITBUCKET_HTTP_ACCESS_TOKEN';
export const apiTokenVariables: readonly VariablePair[] = [
  { email: 'BITBUCKET_EMAIL', token: 'BITBUCKET_API_TOKEN' },
  { email: 'ATLASSIAN_ACCOUNT_EMAIL', token: 'ATLASSIAN_API_TOKEN' },
];

const appPasswordVariable = 'BITBUCKET_APP_PASSWORD';

/** Whether a variable holds something; an empty one counts as not set. */
export function isSet(env: Environment, variable: string): boolean {
  return (env[variable] ?? '') !== '';
}

/**
 * Credentials of an access token (Cloud: of a repository, project or workspace; Data Center: an HTTP access token),
 * sent as Bearer.
 * @returns `null` where the variable is not set.
 * @throws UsageError for a value that cannot be a token. It never repeats the value.
 */
export function readBearerToken(env: Environment, variable: string): Credentials | null {
  if (!isSet(env, variable)) return null;
  const token = readToken(env, variable);
  return { authorization: `Bearer ${token}`, secrets: formsOf(token), variables: [variable] };
}

/**
 * Credentials of a user's API token with the e-mail address of its Atlassian account, sent as Basic.
 * @returns `null` where no pair of variables is complete.
 * @throws UsageError for a value that cannot be an address or a token. It never repeats the value.
 */
export function readApiToken(env: Environment, pairs: readonly VariablePair[]): Credentials | null {
  const pair = pairs.find(({ email, token }) => isSet(env, email) && isSet(env, token));
  if (!pair) return null;
  const email = readEmail(env, pair.email);
  const token = readToken(env, pair.token);
  const encoded = Buffer.from(`${email}:${token}`, 'utf8').toString('base64');
  return {
    authorization: `Basic ${encoded}`,
    secrets: [...formsOf(token), ...formsOf(encoded)],
    variables: [pair.email, pair.token],
  };
}

/** One sentence on each API token that is only half there. */
export function describeHalfSetPairs(env: Environment, pairs: readonly VariablePair[]): readonly string[] {
  return pairs
    .filter(({ email, token }) => isSet(env, email) !== isSet(env, token))
    .map(({ email, token }) => {
      const [present, missing] = isSet(env, email) ? [email, token] : [token, email];
      return `${present} is set but ${missing} is not.`;
    });
}

/** What to say to someone who still has an app password for Bitbucket Cloud; `null` where there is none. */
export function describeAppPassword(env: Environment): string | null {
  if (!isSet(env, appPasswordVariable)) return null;
  return (
    `${appPasswordVariable} is set, but Bitbucket switched app passwords off in July 2026. ` +
    `Create a repository access token and put it into ${accessTokenVariable} as a secured variable.`
  );
}

/** Tokens are printable ASCII; a newline at the end is the usual accident of a secret read from a file. */
function readToken(env: Environment, variable: string): string {
  const token = env[variable] ?? '';
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(`${variable} is not a token.`, {
      reason: 'It holds spaces, line breaks, control characters or letters outside of ASCII.',
      hint: `Set ${variable} again, without quotes, spaces and line breaks around the token.`,
    });
  }
  return token;
}

function readEmail(env: Environment, variable: string): string {
  const email = env[variable] ?? '';
  if (/[\p{Cc}\s:]/u.test(email)) {
    throw new UsageError(`${variable} is not an e-mail address.`, {
      reason: 'It holds spaces, line breaks, control characters or a colon.',
      hint: `Set ${variable} to the e-mail address of the Atlassian account that the API token belongs to.`,
    });
  }
  return email;
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const withoutPadding = secret.replace(/=+$/, '');
  return [secret, withoutPadding, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
}
