/**
 * Every number of Bitbucket Cloud that publishing keeps to.
 *
 * Where Bitbucket Cloud documents no length, the one that the Bitbucket Data Center REST API (9.4, insights)
 * documents for the same field is taken.
 */
export const limits = {
  /** Bitbucket Cloud REST API, reports, bulk upload: "a report can contain up to 1000 annotations". */
  annotationsPerReport: 1000,
  /** Bitbucket Cloud REST API, reports, bulk upload: "up to 100 annotations per POST request". */
  annotationsPerRequest: 100,
  /** Bitbucket Cloud REST API, reports, `report.data`: "Maximum 10". */
  dataFields: 10,
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
   * Bitbucket Cloud REST API, commit statuses: a key "has at most 40 characters". The report's id is held to it,
   * so that one id can name everything that a check publishes.
   */
  reportIdLength: 40,
  /** Not documented, but enforced: a longer name or description of a commit status is answered with 400. */
  statusTextLength: 255,
  /** Not documented for Cloud; Data Center refuses comments of 32,768 characters. With some room left. */
  commentLength: 30_000,
  /** Bitbucket Cloud REST API, pagination: `pagelen` is at most 100. */
  commentsPerPage: 100,
  /** Our own number: so many pages are searched for an earlier comment. */
  commentPages: 15,
  /** Our own number: so many comments of different authors are tried before a new one is made. */
  commentAuthors: 5,
  /** Our own number: so many doubles are removed in one run. */
  commentDoubles: 10,
} as const;
