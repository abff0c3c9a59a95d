/** How patient publishing is: our own numbers. Times in milliseconds. */
export const patience = {
  /** One request may take so long; less where the time for publishing is nearly used up. */
  requestTimeout: 10_000,
  /** How often one request is sent at most. */
  attempts: 5,
  firstBackOff: 500,
  longestBackOff: 8_000,
  /** Requests of a run, retries included, without the first sending of each batch of annotations. */
  requestsPerRun: 60,
  /** Kept back for the request that gives the report its result: at most this, and this share of the time. */
  longestReserve: 3_000,
  reserveShare: 0.1,
  /** Answers are short; more than this (bytes) is not read. */
  answerSize: 5_000_000,
} as const;
