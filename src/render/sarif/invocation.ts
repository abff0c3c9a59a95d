import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import type { Report } from '../../model/report.ts';
import type { ReviewReport } from '../../model/review.ts';
import type { IsExact } from './exactness.ts';
import { toLocation } from './location.ts';
import { toMessage } from './message.ts';

/** What the tool can say of a run, beside its results. */
export const notifications: readonly ReportingDescriptor[] = [
  {
    id: 'unmeasured-file',
    name: 'UnmeasuredFile',
    shortDescription: { text: 'A file of a supported type could not be measured.' },
  },
  {
    id: 'run-warning',
    name: 'RunWarning',
    shortDescription: { text: 'Something that the reader of the report has to know.' },
  },
];

/** How the run went. A file that could not be measured is an error unless the profile accepts it. */
export function toInvocation(
  { status, skipped, warnings }: Report | ReviewReport,
  isExact: IsExact,
): Invocation {
  const unmeasured = skipped.filter((file) => file.unmeasured);
  const isAccepted = status === 'passed';
  return {
    executionSuccessful: unmeasured.length === 0 || isAccepted,
    toolExecutionNotifications: unmeasured.map(
      ({ path, reason, line }): Notification => ({
        descriptor: { id: 'unmeasured-file', index: 0 },
        level: isAccepted ? 'warning' : 'error',
        message: toMessage(`${path} could not be measured: ${reason}`),
        locations: [toLocation({ path, isExact: isExact(path), line })],
      }),
    ),
    toolConfigurationNotifications: warnings.map(
      (warning): Notification => ({
        descriptor: { id: 'run-warning', index: 1 },
        level: 'warning',
        message: toMessage(warning),
      }),
    ),
  };
}
