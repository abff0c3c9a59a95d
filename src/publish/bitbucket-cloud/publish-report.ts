import type { PublishError } from '../../errors.ts';
import { describeAnnotationGaps, planAnnotations } from '../annotations.ts';
import type { ChannelInput, ChannelOutcome } from '../channel.ts';
import { describeFailure, failureDetails, failureOf } from '../failures.ts';
import type { Client } from '../http/api.ts';
import { bothSkipped, notOpened } from '../report-outcomes.ts';
import { type AnnotationPayload, toAnnotationPayload } from './annotation-payload.ts';
import { limits } from './limits.ts';
import { findReportLink, type ReportPayload, toReportPayload } from './report.ts';

/** How far the annotations got. */
interface AnnotationProgress {
  readonly published: number;
  /** The first failure; `null` where all are published. */
  readonly failure: PublishError | null;
}

/**
 * Publishes the Code Insights report and its annotations (Bitbucket Cloud REST API, reports): removes the
 * earlier report, as annotations that no longer apply go only with it, creates it with its result, adds the
 * annotations in batches and says on the report which of them it has, even where annotations fail.
 *
 * The result stands on it from the beginning, and is never PENDING: a run that is killed among the annotations cannot
 * come back to settle it. Until it is completed, it says that annotations may be missing.
 */
export async function publishReport(input: ChannelInput): Promise<readonly ChannelOutcome[]> {
  const { client, report, target, reportId, feedback } = input;
  if (!feedback.insightsReport) return bothSkipped('The profile switches it off (feedback.insights-report).');
  const path = reportPath(input);
  const plan = planAnnotations(report, feedback.annotations, reportId);
  const annotations = plan.annotations.map(toAnnotationPayload);
  const gaps = describeAnnotationGaps(plan);
  const toPayload = (notes: readonly string[]) =>
    toReportPayload(report, { reportId, link: findReportLink(target), notes });

  const opening = toPayload([...describeUnfinished(annotations.length), ...gaps]);
  const refused = await failureOf(() => openReport(client, path, opening));
  if (refused !== null) return notOpened(refused);

  const progress = await sendToReport(client, path, { annotations, opening });
  const notes = [...gaps, ...describeMissing(progress, annotations.length)];
  const failure =
    annotations.length === 0 ? null : await failureOf(() => completeReport(client, path, toPayload(notes)));
  return [
    failure === null
      ? { channel: 'report', status: 'published', message: `${opening.result} on commit ${target.commit}.` }
      : { channel: 'report', status: 'failed', message: describeFailure(failure) },
    describeAnnotations(input, progress, notes),
  ];
}

function reportPath({ target, reportId }: ChannelInput): string {
  const [workspace, repository] = [target.workspace, target.repoSlug].map(encodeURIComponent);
  return `/repositories/${workspace}/${repository}/commit/${target.commit}/reports/${reportId}`;
}

async function openReport(client: Client, path: string, payload: ReportPayload): Promise<void> {
  await client.send({
    purpose: 'remove the earlier Code Insights report',
    method: 'DELETE',
    path,
    alsoAccepted: [404],
  });
  await createReport(client, path, payload);
}

async function createReport(client: Client, path: string, payload: ReportPayload): Promise<void> {
  await client.send({ purpose: 'create the Code Insights report', method: 'PUT', path, body: payload });
}

async function completeReport(client: Client, path: string, payload: ReportPayload): Promise<void> {
  await client.send({
    purpose: 'complete the Code Insights report',
    method: 'PUT',
    path,
    body: payload,
    role: 'last',
  });
}

/**
 * Sends the annotations. Where the report is gone (404), a run at the same time has removed it to create its own: it is
 * created once more, and gets all of them again, which are the same for both.
 */
async function sendToReport(
  client: Client,
  path: string,
  {
    annotations,
    opening,
  }: { readonly annotations: readonly AnnotationPayload[]; readonly opening: ReportPayload },
): Promise<AnnotationProgress> {
  const progress = await sendAnnotations(client, path, annotations);
  if (progress.failure?.status !== 404) return progress;
  const failure = await failureOf(() => createReport(client, path, opening));
  return failure === null ? sendAnnotations(client, path, annotations) : progress;
}

/** Sends batch after batch. A batch that is refused as malformed costs only itself; any other failure ends it. */
async function sendAnnotations(
  client: Client,
  path: string,
  annotations: readonly AnnotationPayload[],
): Promise<AnnotationProgress> {
  let published = 0;
  let failure: PublishError | null = null;
  for (let first = 0; first < annotations.length; first += limits.annotationsPerRequest) {
    const batch = annotations.slice(first, first + limits.annotationsPerRequest);
    const refused = await failureOf(() => sendBatch(client, path, { batch, first }));
    if (refused === null) published += batch.length;
    failure ??= refused;
    if (refused !== null && refused.status !== 400) break;
  }
  return { published, failure };
}

async function sendBatch(
  client: Client,
  path: string,
  { batch, first }: { readonly batch: readonly AnnotationPayload[]; readonly first: number },
): Promise<void> {
  await client.send({
    purpose: `publish annotations ${first + 1} to ${first + batch.length}`,
    method: 'POST',
    path: `${path}/annotations`,
    body: batch,
    repeatable: true,
    role: 'batch',
  });
}

/** What the report says while annotations are added to it, and for good where the run ends in the middle of that. */
function describeUnfinished(total: number): readonly string[] {
  return total === 0
    ? []
    : [
        `Annotations: still being published, ${total} in all; some are missing for as long as this stands here.`,
      ];
}

function describeMissing({ published, failure }: AnnotationProgress, total: number): readonly string[] {
  if (failure === null) return [];
  return [`Annotations: ${total - published} of ${total} could not be published. ${failure.message}`];
}

function describeAnnotations(
  { feedback }: ChannelInput,
  { published, failure }: AnnotationProgress,
  notes: readonly string[],
): ChannelOutcome {
  const channel = 'annotations';
  if (failure !== null)
    return { channel, status: 'failed', message: [...notes, failureDetails(failure)].join(' ') };
  if (!Object.values(feedback.annotations).includes(true)) {
    return { channel, status: 'skipped', message: 'The profile switches them off (feedback.annotations).' };
  }
  const said = published === 0 ? 'Nothing to annotate.' : `${published} published.`;
  return { channel, status: 'published', message: [said, ...notes].join(' ') };
}
