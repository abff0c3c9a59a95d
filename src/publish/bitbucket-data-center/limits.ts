/** Every number of Bitbucket Data Center that publishing keeps to besides those that hold for every Bitbucket. */
export const limits = {
  /** Data Center REST API (9.4), insights, `data`: "Maximum 6 data fields". */
  dataFields: 6,
  /** Data Center REST API, insights, annotation `message`: "The maximum length accepted is 2000 characters". */
  messageLength: 2000,
  /**
   * An instance may be set to fewer annotations than the usual 1,000, and does not say to how many. So often the worse
   * half of what it refused is tried.
   */
  annotationHalvings: 4,
  /** Our own number: annotations are not told apart by the server, so what got lost on the way is deleted and sent anew. */
  annotationAttempts: 3,
  /** Data Center REST API, builds: a name has at most 255 characters; nothing is said of descriptions. */
  statusTextLength: 255,
  /** Our own number: so often a comment is changed whose version has changed meanwhile. */
  versionAttempts: 3,
} as const;
