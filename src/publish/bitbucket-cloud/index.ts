import type { Platform } from '../platform.ts';
import { publishReport } from './publish-report.ts';
import { statusForbiddenHint, toStatusRequest } from './publish-status.ts';

/** Bitbucket Cloud. */
export const bitbucketCloud: Platform = {
  channels: [publishReport],
  checkTarget: () => {},
  toStatusRequest,
  statusForbiddenHint,
};
