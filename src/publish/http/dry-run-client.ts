import { toSafeJson } from '../../text/safe-json.ts';
import type { Client } from './api.ts';

/** A client that shows each request instead of sending it, and takes each for granted. */
export function createDryRunClient(apiUrl: string, log: (line: string) => void): Client {
  return {
    send: async ({ method, path, body }) => {
      log(`${method} ${apiUrl}${path}`);
      if (body !== undefined) for (const line of toSafeJson(body).trimEnd().split('\n')) log(line);
      return { status: 200, body: null };
    },
    close: () => {},
  };
}
