/** What a server sends back. A string body goes out as it is, anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request that has passed authentication, with the variable parts of its path. */
export interface RouteRequest<Variable extends string = string> {
  readonly variables: Readonly<Record<Variable, string>>;
  /** Parsed JSON; `undefined` where there is none. */
  readonly body: unknown;
  /** Whose request it is. */
  readonly authorization: string | undefined;
  readonly query: URLSearchParams;
  /** The whole address that was asked for. */
  readonly address: string;
  /** UUID of who asks: every credential has its own. */
  readonly user: string;
}

/** One operation of an API. */
export interface Route {
  readonly method: string;
  /** Path below the API's base, with `{variable}` segments. */
  readonly path: string;
  /** Whether the Pipelines proxy adds credentials for it. */
  readonly proxied: boolean;
  readonly handle: (request: RouteRequest) => Answer;
}

export interface MatchedRoute {
  readonly route: Route;
  readonly variables: Readonly<Record<string, string>>;
}

/** Finds the operation that a request asks for; the query of its path says nothing about that. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  pathAndQuery: string,
): MatchedRoute | null {
  const [path = ''] = pathAndQuery.split('?');
  for (const route of routes) {
    const variables = route.method === method ? matchPath(route.path, path) : null;
    if (variables) return { route, variables };
  }
  return null;
}

/** The variable parts of a path; `null` where it does not fit the template. */
export function matchPath(template: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const variables: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== value) return null;
    if (name !== undefined) variables[name] = decodeURIComponent(value);
  }
  return variables;
}
