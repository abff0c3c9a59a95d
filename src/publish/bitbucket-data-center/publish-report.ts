import { PublishError } from '../../errors.ts';
import { describeAnnotationGaps, planAnnotations } from '../annotations.ts';
import type { ChannelInput, ChannelOutcome } from '../channel.ts';
import { attempt, describeFailure, failureDetails, failureOf } from '../failures.ts';
import type { Client } from '../http/api.ts';
import { isRecord } from '../is-record.ts';
import { bothSkipped, notOpened } from '../report-outcomes.ts';
import { type AnnotationPayload, toAnnotationPayload } from './annotation-payload.ts';
import { limits } from './limits.ts';
import { isPublicAddress, repositoryPath, resultPage } from './place.ts';
import { toReportPayload } from './report.ts';

/** How far the annotations got. */
interface AnnotationProgress {
  readonly published: number;
  /** What kept the others from being published; `null` where all are. */
  readonly failure: PublishError | null;
}

/**
 * Publishes the Code Insights report and its annotations (Bitbucket Data Center REST API, insights): puts the report in
 * the place of the earlier one, takes the earlier annotations away and adds the new ones in one request. Where some
 * are missing in the end, the report is put once more and says so.
 */
export async function publishReport(input: ChannelInput): Promise<readonly ChannelOutcome[]> {
  const { client, report, server, target, reportId, feedback } = input;
  if (!feedback.insightsReport) return bothSkipped('The profile switches it off (feedback.insights-report).');
  const path = `/insights/latest${repositoryPath(target)}/commits/${target.commit}/reports/${reportId}`;
  const link = isPublicAddress(server) ? resultPage(server, target) : null;
  const plan = planAnnotations(report, feedback.annotations, reportId);
  const annotations = plan.annotations.map(toAnnotationPayload);
  const gaps = describeAnnotationGaps(plan);
  const put = (notes: readonly string[], role?: 'last') => async () => {
    const purpose = 'publish the Code Insights report';
    const body = toReportPayload(report, { reportId, link, notes });
    await client.send({ purpose, method: 'PUT', path, body, ...(role ? { role } : {}) });
  };

  const refused = await failureOf(put(gaps));
  if (refused !== null) return notOpened(refused);
  const progress = await replaceAnnotations(client, `${path}/annotations`, annotations);
  const notes = [...gaps, ...describeMissing(progress, annotations.length)];
  const failure = progress.published < annotations.length ? await failureOf(put(notes, 'last')) : null;
  return [
    failure === null
      ? { channel: 'report', status: 'published', message: `${toResult(input)} on commit ${target.commit}.` }
      : { channel: 'report', status: 'failed', message: describeFailure(failure) },
    describeAnnotations(input, progress, notes),
  ];
}

function toResult({ report }: ChannelInput): string {
  return report.status === 'passed' ? 'PASS' : 'FAIL';
}

/**
 * Puts annotations in the place of the earlier ones. A server that may hold fewer refuses all of them: then the worse
 * half is tried, as often as the limit says.
 */
async function replaceAnnotations(
  client: Client,
  path: string,
  annotations: readonly AnnotationPayload[],
): Promise<AnnotationProgress> {
  let rest = annotations;
  let refusal: PublishError | null = null;
  for (let halvings = 0; ; halvings += 1) {
    const { failure, isTooMuch } = await sendAnew(client, path, rest);
    if (failure === null) return { published: rest.length, failure: refusal };
    refusal ??= failure;
    if (!isTooMuch || rest.length < 2 || halvings === limits.annotationHalvings) {
      return { published: 0, failure: refusal };
    }
    rest = rest.slice(0, Math.ceil(rest.length / 2));
  }
}

/** What became of one set of annotations. */
interface Sent {
  readonly failure: PublishError | null;
  /** Whether fewer of them may be taken. */
  readonly isTooMuch: boolean;
}

/**
 * Deletes what is there and adds the annotations. The server keeps doubles, so that a request whose answer got lost is
 * not simply sent again, and what a run at the same time has added beside ours is replaced.
 */
async function sendAnew(
  client: Client,
  path: string,
  annotations: readonly AnnotationPayload[],
): Promise<Sent> {
  let failure: PublishError | null = null;
  for (let attempts = 0; attempts < limits.annotationAttempts; attempts += 1) {
    const notRemoved = await failureOf(() => removeAll(client, path));
    if (notRemoved !== null || annotations.length === 0) return { failure: notRemoved, isTooMuch: false };
    failure = await failureOf(() => addAll(client, path, annotations));
    const isDone = failure === null ? !(await hasDoubles(client, path)) : !isPassing(failure);
    if (isDone) break;
  }
  return { failure, isTooMuch: failure?.status === 400 };
}

async function removeAll(client: Client, path: string): Promise<void> {
  await client.send({
    purpose: 'remove the earlier annotations',
    method: 'DELETE',
    path,
    alsoAccepted: [404],
  });
}

async function addAll(
  client: Client,
  path: string,
  annotations: readonly AnnotationPayload[],
): Promise<void> {
  const purpose = `publish ${annotations.length === 1 ? 'the annotation' : `the ${annotations.length} annotations`}`;
  await client.send({ purpose, method: 'POST', path, body: { annotations } });
}

/** Whether another run has added the same meanwhile. A list that cannot be had is no reason to say that it failed. */
async function hasDoubles(client: Client, path: string): Promise<boolean> {
  const answer = await attempt(() => client.send({ purpose: 'list the annotations', method: 'GET', path }));
  const list = answer instanceof PublishError || !isRecord(answer.body) ? [] : answer.body.annotations;
  const ids = Array.isArray(list) ? list.filter(isRecord).map(({ externalId }) => externalId) : [];
  return new Set(ids).size < ids.length;
}

/** Whether it may go well another time: no answer, or one that tells of trouble on the other side. */
function isPassing({ status }: PublishError): boolean {
  return status === null || status === 429 || status >= 500;
}

function describeMissing({ published, failure }: AnnotationProgress, total: number): readonly string[] {
  if (failure === null) return [];
  const missing = total - published;
  if (published === 0)
    return [`Annotations: ${missing} of ${total} could not be published. ${failure.message}`];
  return [
    `Annotations: the worst ${published} of ${total}; the server refused more at once, ${missing} more are in the result file.`,
  ];
}

function describeAnnotations(
  { feedback }: ChannelInput,
  { published, failure }: AnnotationProgress,
  notes: readonly string[],
): ChannelOutcome {
  const channel = 'annotations';
  if (failure !== null && published === 0) {
    return { channel, status: 'failed', message: [...notes, failureDetails(failure)].join(' ') };
  }
  if (!Object.values(feedback.annotations).includes(true)) {
    return { channel, status: 'skipped', message: 'The profile switches them off (feedback.annotations).' };
  }
  const said = published === 0 ? 'Nothing to annotate.' : `${published} published.`;
  return { channel, status: 'published', message: [said, ...notes].join(' ') };
}
