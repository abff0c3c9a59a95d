import type { Platform } from '../platform.ts';
import { publishComment } from './publish-comment.ts';
import { publishReport } from './publish-report.ts';
import { stateNames, statusForbiddenHint, toStatusRequest } from './publish-status.ts';

/** Bitbucket Cloud. */
export const bitbucketCloud: Platform = {
  channels: [publishReport, publishComment],
  checkTarget: () => {},
  toStatusRequest,
  stateNames,
  plainerStates: {},
  statusForbiddenHint,
};
