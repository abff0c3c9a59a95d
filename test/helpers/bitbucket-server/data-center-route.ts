import { type DataCenterState, refusePlace } from './data-center-state.ts';
import type { Answer } from './route.ts';

/** A request of a known user to an operation, with the variable parts of its path. */
export interface DataCenterRequest {
  readonly variables: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` where there is none. */
  readonly body: unknown;
  /** Id of the user that the token belongs to. */
  readonly user: number;
}

/** One operation of the REST API, below `/rest`. */
export interface DataCenterRoute {
  readonly method: string;
  /** With `{variable}` segments. */
  readonly path: string;
  /** The parameters that a query may have. */
  readonly query: readonly string[];
  readonly handle: (request: DataCenterRequest) => Answer;
}

/** An operation on a place that exists. */
export function route(
  state: DataCenterState,
  { query = [], ...operation }: Omit<DataCenterRoute, 'query'> & { readonly query?: readonly string[] },
): DataCenterRoute {
  return {
    ...operation,
    query,
    handle: (request) => refusePlace(state, request.variables) ?? operation.handle(request),
  };
}
