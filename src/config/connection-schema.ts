import * as z from 'zod/mini';
import { connectionKinds } from '../model/platform.ts';
import { described, listWords } from './value-schemas.ts';

/** Capital letters alone: a token that is pasted here by mistake is refused. */
const variable = z
  .string('the name of an environment variable')
  .check(z.regex(/^[A-Z_][A-Z0-9_]{0,99}$/, 'the name of an environment variable in capital letters'));

const httpAddress = z
  .string('an http or https address')
  .check(z.regex(/^https?:\/\/[^\s@?#]+$/, 'an http or https address without credentials, "?" or "#"'));

const address = described(
  z.optional(httpAddress),
  'Base address of the REST API, which ends in /2.0; https://api.bitbucket.org/2.0 where it is left out.',
);

const serverAddress = described(
  httpAddress,
  'Address of the Bitbucket Data Center server, such as https://bitbucket.example.com, with its context path where it has one.',
);

const tokenVariable = described(
  z.optional(variable),
  'Name of the environment variable that holds the token. Never the token itself.',
);

const presets = [
  z.strictObject({ type: z.literal('access-token'), url: address, 'token-variable': tokenVariable }),
  z.strictObject({
    type: z.literal('api-token'),
    url: address,
    'token-variable': tokenVariable,
    'email-variable': described(
      z.optional(variable),
      "Name of the environment variable that holds the account's email address.",
    ),
  }),
  z.strictObject({ type: z.literal('pipelines'), url: address }),
  z.strictObject({ type: z.literal('data-center'), url: serverAddress, 'token-variable': tokenVariable }),
] as const;

const connectionSchema = z.discriminatedUnion('type', presets, listWords(connectionKinds));

/** Names that `--connection` understands by itself. */
const presetName = z
  .string()
  .check(
    z.regex(
      new RegExp(`^(?!(?:auto|${connectionKinds.join('|')})$)[a-z][a-z0-9-]{0,49}$`),
      'a name of lower-case letters, digits and dashes that no built-in connection has',
    ),
  );

/** The `connections` section: presets for `--connection` by name. */
export const connectionsSchema = described(
  z.nullable(z.record(presetName, connectionSchema, 'a map of connections')),
  'Named presets for --connection: an address and the names of variables, never a secret.',
);

export type ConnectionInput = z.infer<typeof connectionSchema>;
