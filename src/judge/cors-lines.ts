import type { CredentialsMode, HeaderList } from '../model.ts';
import type { RoutePromise } from '../plan/server-promise.ts';

/** Returns the lines that share a response with pages of `origin`: on every response, CORS-preflight responses too. */
export function sharingLines(
  origin: string,
  credentialsMode: CredentialsMode,
  { public: isPublic }: RoutePromise,
): HeaderList {
  if (isPublic) return [['Access-Control-Allow-Origin', '*']];
  return [
    ['Access-Control-Allow-Origin', origin],
    ...(credentialsMode === 'include' ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    varyLine,
  ];
}

export const varyLine = ['Vary', 'Origin'] as const;

/** Returns the lines that grant a CORS-preflight request what the route declares. */
export function grantingLines(route: RoutePromise): HeaderList {
  const { preflightCacheSeconds: seconds } = route;
  return [
    ...methodLines(route),
    ...requestHeaderLines(route),
    ...(seconds === null ? [] : [maxAgeLine(seconds)]),
  ];
}

export const methodLines = ({ methods }: RoutePromise): HeaderList =>
  listLines('Access-Control-Allow-Methods', methods);

export const requestHeaderLines = ({ requestHeaders }: RoutePromise): HeaderList =>
  listLines('Access-Control-Allow-Headers', requestHeaders);

export const exposingLines = ({ exposedHeaders }: RoutePromise): HeaderList =>
  listLines('Access-Control-Expose-Headers', exposedHeaders);

export const maxAgeLine = (seconds: number): HeaderList[number] => [
  'Access-Control-Max-Age',
  String(seconds),
];

/** Returns the line that lists `values`; nothing to list needs no line. */
const listLines = (name: string, values: readonly string[]): HeaderList =>
  values.length === 0 ? [] : [[name, values.join(', ')]];
