import { type DataCenterRequest, type DataCenterRoute, route } from './data-center-route.ts';
import { type DataCenterState, type StoredInsight, serverError } from './data-center-state.ts';
import type { Answer } from './route.ts';
import {
  boolean,
  findComplaints,
  isObject,
  link,
  number,
  type ObjectRules,
  oneOf,
  type Rule,
  repositoryPath,
  text,
} from './rules.ts';

const longestKey = 50;
const maxDataFields = 6;
const largestNumber = Number.MAX_SAFE_INTEGER;

const dataValues: Readonly<Record<string, Rule>> = {
  BOOLEAN: boolean,
  DATE: number(0, largestNumber),
  DURATION: number(0, largestNumber),
  LINK: (value) =>
    findComplaints(value, {
      required: ['linktext', 'href'],
      fields: { linktext: text(450), href: link },
    })[0] ?? null,
  NUMBER: number(-largestNumber, largestNumber),
  PERCENTAGE: number(0, 100),
  TEXT: text(450),
};

const reportRules: ObjectRules = {
  required: ['title', 'data'],
  fields: {
    title: text(450),
    details: text(2000),
    result: oneOf('PASS', 'FAIL'),
    data: dataFields,
    reporter: text(450),
    link,
    logoUrl: link,
    createdDate: number(0, largestNumber),
    coverageProviderKey: text(450),
  },
};

const annotationRules: ObjectRules = {
  required: ['message', 'severity'],
  fields: {
    path: repositoryPath,
    line: (value) => (Number.isInteger(value) && Number(value) >= 0 ? null : 'not a number from 0'),
    message: text(2000),
    severity: oneOf('LOW', 'MEDIUM', 'HIGH'),
    link,
    type: oneOf('VULNERABILITY', 'CODE_SMELL', 'BUG'),
    externalId: text(449),
  },
};

/**
 * The operations on reports and annotations.
 * @param maxAnnotations what a report of this instance may hold
 */
export function dataCenterInsightRoutes(
  state: DataCenterState,
  maxAnnotations: number,
): readonly DataCenterRoute[] {
  const report = '/insights/latest/projects/{project}/repos/{repository}/commits/{commit}/reports/{key}';
  const annotations = `${report}/annotations`;
  const withReport =
    (handle: (found: StoredInsight, request: DataCenterRequest) => Answer) =>
    (request: DataCenterRequest): Answer => {
      const found = state.reports.get(keyOf(request));
      if (!found) return serverError(404, 'The report does not exist.');
      return found.creator === request.user ? handle(found, request) : notAuthor();
    };
  return [
    route(state, {
      method: 'GET',
      path: report,
      handle: (request) => {
        const found = state.reports.get(keyOf(request));
        return found ? { status: 200, body: found.report } : serverError(404, 'The report does not exist.');
      },
    }),
    route(state, { method: 'PUT', path: report, handle: (request) => putReport(state, request) }),
    route(state, {
      method: 'GET',
      path: annotations,
      handle: (request) => {
        const found = state.reports.get(keyOf(request));
        return found
          ? { status: 200, body: { totalCount: found.annotations.length, annotations: found.annotations } }
          : serverError(404, 'The report does not exist.');
      },
    }),
    route(state, {
      method: 'DELETE',
      path: annotations,
      query: ['externalId'],
      handle: withReport((found, { query }) => {
        const ids = query.getAll('externalId');
        const kept =
          ids.length === 0 ? [] : found.annotations.filter((each) => !ids.includes(String(each.externalId)));
        found.annotations.splice(0, Number.POSITIVE_INFINITY, ...kept);
        return { status: 204 };
      }),
    }),
    route(state, {
      method: 'POST',
      path: annotations,
      handle: withReport((found, { body }) => addAnnotations(found, body, maxAnnotations)),
    }),
  ];
}

function keyOf({ variables }: DataCenterRequest): string {
  return `${variables.commit}/${variables.key}`;
}

function notAuthor(): Answer {
  return serverError(401, 'You are not permitted to change this report, as you are not its author.');
}

function putReport(state: DataCenterState, request: DataCenterRequest): Answer {
  const { variables, body, user } = request;
  if ((variables.key ?? '').length > longestKey) {
    return serverError(400, `The field 'key' cannot be more than ${longestKey} characters long`, 'key');
  }
  const complaint = findComplaints(body, reportRules)[0];
  if (complaint !== undefined) return serverError(400, complaint, 'report');
  const earlier = state.reports.get(keyOf(request));
  if (earlier && earlier.creator !== user) return notAuthor();
  const report = body as Record<string, unknown>;
  state.reports.set(keyOf(request), { report, creator: user, annotations: earlier?.annotations ?? [] });
  return { status: 200, body: { key: variables.key, ...report } };
}

function addAnnotations(found: StoredInsight, body: unknown, most: number): Answer {
  const given = isObject(body) && Object.keys(body).join() === 'annotations' ? body.annotations : undefined;
  if (!Array.isArray(given) || given.length === 0) return serverError(400, 'No annotations.', 'annotations');
  const complaint = given.flatMap((annotation) => findComplaints(annotation, annotationRules))[0];
  if (complaint !== undefined) return serverError(400, complaint, 'annotations');
  if (found.annotations.length + given.length > most) {
    return serverError(400, `A report cannot have more than ${most} annotations.`);
  }
  found.annotations.push(...given);
  return { status: 204 };
}

function dataFields(value: unknown): string | null {
  if (!Array.isArray(value)) return 'not a list';
  if (value.length > maxDataFields) return `more than ${maxDataFields} fields`;
  return value.map(dataField).find((complaint) => complaint !== null) ?? null;
}

function dataField(field: unknown): string | null {
  const type = isObject(field) && typeof field.type === 'string' ? field.type : 'TEXT';
  const rules: ObjectRules = {
    required: ['title', 'value'],
    fields: {
      type: oneOf(...Object.keys(dataValues)),
      title: text(450),
      value: dataValues[type] ?? (() => 'of an unknown type'),
    },
  };
  return findComplaints(field, rules)[0] ?? null;
}
