/** One request to the API, and how it may be treated. */
export interface ApiRequest {
  /** Completes "Could not …" in an error. */
  readonly purpose: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path below the API's base, beginning with a slash, or a `next` link of an earlier answer. */
  readonly path: string;
  readonly body?: unknown;
  /** Statuses besides 2xx that are as good as a success. */
  readonly alsoAccepted?: readonly number[];
  /** For POST: doing it twice is the same as doing it once. The other methods are repeatable by themselves. */
  readonly repeatable?: boolean;
  /**
   * For a POST that must not be done twice: asked after a failure that may have come after the deed, before the
   * request is sent again or given up. The answer, where it was done all the same.
   */
  readonly findResult?: () => Promise<ApiAnswer | null>;
  /** What to do where the request is refused (403, 404), in place of the general hint. */
  readonly refusalHint?: string;
  /** `batch` does not count towards the limit of requests; `last` may use the time that is kept back. */
  readonly role?: 'batch' | 'last';
}

export interface ApiAnswer {
  readonly status: number;
  /** Parsed JSON; `null` for an empty answer. */
  readonly body: unknown;
  /** The scopes of the credentials, where the server names them. As the server wrote it. */
  readonly scopes?: string;
}

/** Sends requests to one API, within one limit of time and number. */
export interface Client {
  /** @throws PublishError when the request is refused, breaks off, or is not sent. Never carries a secret. */
  readonly send: (request: ApiRequest) => Promise<ApiAnswer>;
  readonly close: () => void;
}
