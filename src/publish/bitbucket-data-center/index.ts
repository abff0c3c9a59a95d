import type { Platform } from '../platform.ts';
import { checkTarget } from './place.ts';
import { publishComment } from './publish-comment.ts';
import { publishReport } from './publish-report.ts';
import { plainerStates, stateNames, statusForbiddenHint, toStatusRequest } from './publish-status.ts';

/** Bitbucket Data Center. */
export const bitbucketDataCenter: Platform = {
  channels: [publishReport, publishComment],
  checkTarget,
  toStatusRequest,
  stateNames,
  plainerStates,
  statusForbiddenHint,
};
