/** Numbers that Bitbucket Cloud alone has; those that hold for every Bitbucket stand one folder up. */
export const limits = {
  /** Bitbucket Cloud REST API, reports, bulk upload: "up to 100 annotations per POST request". */
  annotationsPerRequest: 100,
  /** Bitbucket Cloud REST API, reports, `report.data`: "Maximum 10". */
  dataFields: 10,
  /** Not documented, but enforced: a longer name or description of a commit status is answered with 400. */
  statusTextLength: 255,
} as const;
