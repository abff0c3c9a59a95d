/**
 * What holds for every Bitbucket, so that all of them are told the same.
 *
 * Where Bitbucket Cloud documents no length, the one that the Bitbucket Data Center REST API (9.4, insights)
 * documents for the same field is taken.
 */
export const limits = {
  /**
   * Bitbucket Cloud REST API, reports, bulk upload: "a report can contain up to 1000 annotations"; Data Center REST
   * API, insights: "more than 1000 annotations by default".
   */
  annotationsPerReport: 1000,
  /** Not documented for Cloud, but enforced: a longer summary is answered with 400. */
  summaryLength: 450,
  /** Data Center REST API, annotation `message`. */
  annotationDetailsLength: 2000,
  /** Data Center REST API, report `details`. */
  reportDetailsLength: 2000,
  /** Data Center REST API, report `title`. */
  titleLength: 450,
  /** No limit is documented; a value is shown in one cell of a table. */
  dataValueLength: 200,
  /**
   * Bitbucket Cloud REST API, commit statuses: a key "has at most 40 characters"; Data Center takes 50 for a report.
   * The report's id is held to it, so that one id can name everything that a check publishes.
   */
  reportIdLength: 40,
  /** Not documented for Cloud; Data Center refuses comments of 32,768 characters. With some room left. */
  commentLength: 30_000,
  /** Bitbucket Cloud REST API, pagination: `pagelen` is at most 100. Data Center takes more, and may give fewer. */
  commentsPerPage: 100,
  /** Our own number: so many pages are searched for an earlier comment. */
  commentPages: 15,
  /** Our own number: so many comments of different authors are tried before a new one is made. */
  commentAuthors: 5,
  /** Our own number: so many doubles are removed in one run. */
  commentDoubles: 10,
} as const;
