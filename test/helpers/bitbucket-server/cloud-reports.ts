import { coreError, insightsError } from './answers.ts';
import type { Answer, Route, RouteRequest } from './route.ts';
import {
  boolean,
  findComplaints,
  isObject,
  lineNumber,
  link,
  number,
  type ObjectRules,
  oneOf,
  type Rule,
  repositoryPath,
  text,
} from './rules.ts';
import type { CloudState } from './state.ts';

/** The rules of the Bitbucket Cloud REST API for reports and annotations, taken as strictly as they can be. */
const maxAnnotationsPerRequest = 100;
const maxAnnotationsPerReport = 1000;
const maxDataFields = 10;
const largestNumber = Number.MAX_SAFE_INTEGER;

const dataValues: Readonly<Record<string, Rule>> = {
  BOOLEAN: boolean,
  DATE: number(0, largestNumber),
  DURATION: number(0, largestNumber),
  LINK: (value) =>
    findComplaints(value, { required: ['text', 'href'], fields: { text: text(450), href: link } })[0] ?? null,
  NUMBER: number(-largestNumber, largestNumber),
  PERCENTAGE: number(0, 100),
  TEXT: text(450),
};

const reportRules: ObjectRules = {
  required: ['title', 'details', 'report_type', 'result'],
  fields: {
    title: text(450),
    details: text(2000),
    external_id: text(450),
    reporter: text(450),
    link,
    remote_link_enabled: boolean,
    logo_url: link,
    report_type: oneOf('SECURITY', 'COVERAGE', 'TEST', 'BUG'),
    result: oneOf('PASSED', 'FAILED', 'PENDING'),
    data: dataFields,
  },
};

const annotationRules: ObjectRules = {
  required: ['external_id', 'annotation_type', 'summary'],
  fields: {
    external_id: text(450),
    annotation_type: oneOf('VULNERABILITY', 'CODE_SMELL', 'BUG'),
    path: repositoryPath,
    line: lineNumber,
    summary: text(450),
    details: text(2000),
    result: oneOf('PASSED', 'FAILED', 'SKIPPED', 'IGNORED'),
    severity: oneOf('CRITICAL', 'HIGH', 'MEDIUM', 'LOW'),
    link,
  },
};

/** The operations on reports and their annotations. */
export function cloudReportRoutes(state: CloudState): readonly Route[] {
  const report = '/repositories/{workspace}/{repository}/commit/{commit}/reports/{report}';
  const withCommit =
    (handle: (key: string, request: RouteRequest) => Answer) =>
    (request: RouteRequest): Answer => {
      const found = state.findCommit(request.variables);
      return 'refusal' in found
        ? found.refusal
        : handle(`${found.commit}/${request.variables.report}`, request);
    };
  return [
    { method: 'GET', path: report, proxied: true, handle: withCommit((key) => getReport(state, key)) },
    {
      method: 'PUT',
      path: report,
      proxied: true,
      handle: withCommit((key, { body }) => putReport(state, key, body)),
    },
    { method: 'DELETE', path: report, proxied: true, handle: withCommit((key) => deleteReport(state, key)) },
    {
      method: 'POST',
      path: `${report}/annotations`,
      proxied: true,
      handle: withCommit((key, { body }) => postAnnotations(state, key, body)),
    },
  ];
}

function getReport(state: CloudState, key: string): Answer {
  const found = state.reports.get(key);
  return found ? { status: 200, body: { type: 'report', ...found.report } } : notFound();
}

function putReport(state: CloudState, key: string, body: unknown): Answer {
  const complaint = findComplaints(body, reportRules)[0];
  if (complaint !== undefined) return insightsError(400, complaint);
  const annotations = state.reports.get(key)?.annotations ?? new Map();
  const report = body as Record<string, unknown>;
  state.reports.set(key, {
    report,
    annotations,
    results: [...(state.reports.get(key)?.results ?? []), report.result],
  });
  return { status: 200, body: { type: 'report', ...report } };
}

function deleteReport(state: CloudState, key: string): Answer {
  state.reports.delete(key);
  return { status: 204 };
}

function postAnnotations(state: CloudState, key: string, body: unknown): Answer {
  const found = state.reports.get(key);
  if (!found) return notFound();
  if (!Array.isArray(body) || body.length === 0) return insightsError(400, 'Not a list of annotations.');
  if (body.length > maxAnnotationsPerRequest) {
    return insightsError(400, `Bulk upload supports a maximum of /${maxAnnotationsPerRequest} annotations.`);
  }
  const complaint = body.flatMap((annotation) => findComplaints(annotation, annotationRules))[0];
  if (complaint !== undefined) return insightsError(400, complaint);
  return storeAnnotations(found.annotations, body as readonly Record<string, unknown>[]);
}

function storeAnnotations(
  stored: Map<string, Record<string, unknown>>,
  given: readonly Record<string, unknown>[],
): Answer {
  const identities = given.map(({ external_id }) => String(external_id));
  if (new Set(identities).size < identities.length) return insightsError(400, 'Duplicate external_id.');
  if (new Set([...stored.keys(), ...identities]).size > maxAnnotationsPerReport) {
    return insightsError(400, `A report can hold at most ${maxAnnotationsPerReport} annotations.`);
  }
  for (const annotation of given) stored.set(String(annotation.external_id), annotation);
  return { status: 200, body: given };
}

function dataFields(value: unknown): string | null {
  if (!Array.isArray(value)) return 'not a list';
  if (value.length > maxDataFields) return `more than ${maxDataFields} fields`;
  return value.map(dataField).find((complaint) => complaint !== null) ?? null;
}

function dataField(field: unknown): string | null {
  const plain: Rule = (value) => (typeof value === 'object' ? 'not a number, text or boolean' : null);
  const type = isObject(field) && typeof field.type === 'string' ? field.type : undefined;
  const rules: ObjectRules = {
    required: ['title', 'value'],
    fields: {
      type: oneOf(...Object.keys(dataValues)),
      title: text(450),
      value: type === undefined ? plain : (dataValues[type] ?? plain),
    },
  };
  return findComplaints(field, rules)[0] ?? null;
}

function notFound(): Answer {
  return coreError(404, 'Report not found.');
}
