import type { Platform } from '../platform.ts';
import { checkTarget } from './place.ts';
import { publishReport } from './publish-report.ts';

/** Bitbucket Data Center. */
export const bitbucketDataCenter: Platform = { channels: [publishReport], checkTarget };
