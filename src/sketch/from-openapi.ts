import { parseUrl } from '../fetch-standard/urls.ts';
import { isSafe } from '../plan/safe-methods.ts';
import { PolicyError } from '../policy/problem.ts';
import { byCodeUnit } from '../words/by-code-unit.ts';
import { say } from '../words/say.ts';
import { inRow, listed } from '../words/spoken.ts';
import { countedBy } from '../words/counted-by.ts';
import { groupBy } from '../words/group-by.ts';
import { at, entriesOf, listAt, textAt, type Members } from './members.ts';
import { operationOf, operationsIn, type Operation } from './openapi-operation.ts';
import {
  unlessEmpty,
  type LeftOut,
  type Sketch,
  type SketchedError,
  type SketchedRoute,
  type Sourced,
} from './sketch.ts';
import { targetAt, type Target } from './target.ts';

/**
 * Returns the policy that an OpenAPI document describes, without trusted origins, of which it says nothing. `name` is the
 * document's, and `base` the address that it came from. Throws a `PolicyError` where it names no server, and no `target` is
 * given.
 */
export function sketchFromOpenApi(
  document: Members,
  name: string,
  target: Target | null,
  base: string | null,
): Sketch {
  const api = targetOf(document, name, target, base);
  const leftOut: LeftOut[] = [];
  const withServers = (part: unknown, what: string): boolean => {
    if (listAt(part, 'servers').length === 0) return false;
    leftOut.push({ what, why: say('has servers of its own') });
    return true;
  };
  const routes = entriesOf(document['paths']).flatMap(([path, item]) => {
    if (!path.startsWith('/') || withServers(item, path)) return [];
    const operations = operationsIn(item)
      .filter(([method, operation]) => !withServers(operation, `${method} ${path}`))
      .map(([method, operation]) => operationOf(document, { path, method, item, operation }))
      .filter(({ method, unusable }) => {
        if (unusable.length > 0) {
          leftOut.push({
            what: `${method} ${path}`,
            why: say('needs {names}', { names: listed(unusable) }),
          });
        }
        return unusable.length === 0;
      });
    return groupBy(operations, shared).map((group) => routeOf(path, group, name));
  });
  return {
    target: { value: api.url, from: api.from },
    trustedOrigins: [],
    routes: routes.map(({ route }) => route),
    leftOut: [...leftOut, ...unprovoked(routes.flatMap((one) => one.unprovoked))],
  };
}

/** Returns the API at the first server that the document names, unless `target` says another place. */
function targetOf(document: Members, name: string, target: Target | null, base: string | null): Target {
  const server = serverIn(document);
  const url = server === null ? null : parseUrl(server, base ?? undefined);
  if (target !== null) {
    const { pathname } = new URL(target.url);
    const own = (server === null ? null : parseUrl(server, target.url))?.pathname.replace(/\/+$/, '') ?? '';
    // A host alone: the paths of the document are still below that of its server.
    return pathname !== '/' || own === ''
      ? target
      : {
          url: `${new URL(target.url).origin}${own}`,
          from: `${target.from}, with the path of the server in ${name}`,
        };
  }
  if (url !== null) return targetAt(url.href, name, `from ${name}: its first server`);
  // Without servers it is the one that hands out the document. https://spec.openapis.org/oas/latest.html#openapi-object
  if (server === null && base !== null) {
    return targetAt(new URL(base).origin, name, `from ${name}, which names no server: where it was fetched`);
  }
  throw new PolicyError([
    {
      place: '--target',
      value: '',
      problem:
        server === null
          ? say('is missing, and {name} names no server', { name })
          : say('is missing, and {name} says where its server is only by "{server}"', { name, server }),
      remedy: say('name the address of the API, such as "https://api.example.com"'),
    },
  ]);
}

function serverIn(document: Members): string | null {
  const [server] = listAt(document, 'servers');
  const url = textAt(server, 'url');
  if (url !== null) {
    return url.replace(/\{([^{}]+)\}/g, (whole, variable: string) =>
      String(at(server, 'variables', variable, 'default') ?? whole),
    );
  }
  if (textAt(document, 'swagger') === null) return null;
  const host = textAt(document, 'host');
  const basePath = textAt(document, 'basePath') ?? '';
  if (host === null) return basePath === '' ? null : basePath;
  const schemes = listAt(document, 'schemes');
  return `${schemes.includes('https') || schemes.length === 0 ? 'https' : 'http'}://${host}${basePath}`;
}

/** Returns what the methods of one route have in common. */
const shared = ({ headers, query, sendsCookies }: Operation): string =>
  JSON.stringify([headers, query, sendsCookies]);

/** A documented error that nothing in the document provokes. */
type Unprovoked = number;

function routeOf(
  path: string,
  group: readonly Operation[],
  name: string,
): { readonly route: SketchedRoute; readonly unprovoked: readonly Unprovoked[] } {
  const ordered = group.toSorted((a, b) => Number(isSafe(b.method)) - Number(isSafe(a.method)));
  const [first = group[0]] = ordered;
  const from = `from ${name}`;
  const madeUp = first?.madeUp ?? [];
  const headers = first?.headers ?? {};
  const names = [...new Set(group.flatMap(({ requestHeaders }) => requestHeaders))].toSorted(byCodeUnit);
  const documented = [...new Set(group.flatMap(({ responseHeaders }) => responseHeaders))].toSorted(
    byCodeUnit,
  );
  const body = ordered.flatMap((one) => (one.body === null || isSafe(one.method) ? [] : [one.body]))[0];
  const statuses = [...new Set(ordered.flatMap((one) => one.statuses))].filter(isError).toSorted();
  const errors = errorsOf(ordered, headers, from);
  const told = new Set(errors.map(({ value }) => value.status));
  const isWithoutOk = ordered.every(({ hasOk }) => !hasOk) && statuses.length > 0;
  return {
    route: {
      path: { value: path, from },
      methods: {
        value: ordered.map(({ method }) => method),
        from,
      },
      pathParameters: unlessEmpty(
        first?.pathParameters ?? {},
        madeUp.length === 0
          ? `${from}: its examples`
          : `made up, as ${name} has no example of ${listed(madeUp)}: write a value that the API knows`,
      ),
      query: unlessEmpty(first?.query ?? {}, `${from}: what it requires`),
      requestHeaders: unlessEmpty(names, from),
      headers: unlessEmpty(headers, `${from}: what it requires`),
      credentials:
        first?.sendsCookies === true ? { value: 'include', from: `${from}: it takes a cookie` } : undefined,
      body: body === undefined ? undefined : { value: body, from },
      status: isWithoutOk ? { value: statuses, from: `${from}: no other status is documented` } : undefined,
      errors: errors.length === 0 || isWithoutOk ? undefined : errors,
      remarks: [
        ...(first?.sendsCookies === true
          ? [
              'session: it takes a cookie. Declare in sessions how a page signs in, and name the session here.',
            ]
          : []),
        ...(documented.length === 0
          ? []
          : [`exposedHeaders: ${name} documents ${listed(documented)}; write those that your pages read.`]),
      ],
    },
    unprovoked: isWithoutOk
      ? []
      : ordered.flatMap((one) => one.statuses.filter((status) => isError(status) && !told.has(status))),
  };
}

/** Returns the errors that a request provokes by what it leaves out: 401 where it needs a header to be let in. */
function errorsOf(
  operations: readonly Operation[],
  headers: SketchedHeaders,
  from: string,
): readonly Sourced<SketchedError>[] {
  const [first] = operations;
  const secret = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [name],
  );
  // Anything but GET is held before it reaches the API.
  const isAsked = first?.method === 'GET' && first.statuses.includes(401) && secret.length > 0;
  if (!isAsked) return [];
  const left = Object.fromEntries(secret.map((name) => [name, null]));
  return [
    { value: { name: 'unauthenticated', status: 401, headers: left }, from: `${from}: 401 is documented` },
  ];
}

type SketchedHeaders = NonNullable<SketchedRoute['headers']>['value'];

function unprovoked(statuses: readonly Unprovoked[]): readonly LeftOut[] {
  if (statuses.length === 0) return [];
  const each = [...countedBy(statuses.map(String))].toSorted(([a], [b]) => byCodeUnit(a, b));
  return [
    {
      what: say('documented errors ({statuses})', {
        statuses: inRow(
          each.map(([status, count]) =>
            count === 1 ? status : say('{status} {count} times', { status, count }),
          ),
        ),
      }),
      why: say('are not asked for, as nothing says which request is answered so: declare them in errors'),
    },
  ];
}

const isError = (status: number): boolean => status >= 400 && status <= 599;
