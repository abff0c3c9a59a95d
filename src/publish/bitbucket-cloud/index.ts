import type { Platform } from '../platform.ts';
import { publishReport } from './publish-report.ts';

/** Bitbucket Cloud. */
export const bitbucketCloud: Platform = { channels: [publishReport], checkTarget: () => {} };
