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
  /** Setting the build status at the start: at most so long, and this share of the time for publishing. */
  longestOpening: 5_000,
  openingShare: 1 / 6,
  /** Setting the build status takes at most so many requests, at the start and at the end each. */
  requestsPerStatus: 5,
  /** Kept back for setting it at the end: at most this, and this share of the time. */
  longestEnding: 3_000,
  endingShare: 0.1,
  /** A run that is told to stop may take so long to say so on the commit. */
  longestFarewell: 5_000,
  /** More than this (bytes) is not read: a page of a hundred comments of the greatest length stays below it. */
  answerSize: 25_000_000,
} as const;
