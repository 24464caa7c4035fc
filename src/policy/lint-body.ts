import { isCorsSafelistedRequestHeader, mimeTypeEssence } from '../fetch-standard/request-headers.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import type { PolicyProblem } from './problem.ts';
import type { RouteDraft } from './shape.ts';
import { quote } from './shown-value.ts';

/** Yields what is wrong with the request body of the route at `place`. */
export function* bodyProblems(place: string, route: RouteDraft): Iterable<PolicyProblem> {
  if (route.body === undefined || route.body === null) return;
  const methods = [...(route.methods ?? []), ...(route.errors ?? []).map((error) => error?.method)];
  if (route.methods !== undefined && methods.every((method) => method === undefined || isBodiless(method))) {
    yield {
      place: `${place}.body`,
      value: '',
      problem: 'is never sent, because GET and HEAD carry no body',
      remedy: 'remove it, or declare a method such as "POST"',
    };
  }
  const { contentType } = route.body;
  if (contentType !== undefined) yield* contentTypeProblems(place, contentType, route);
}

function* contentTypeProblems(
  place: string,
  contentType: string,
  route: RouteDraft,
): Iterable<PolicyProblem> {
  const here = { place: `${place}.body.contentType`, value: quote(contentType) };
  const names = route.requestHeaders?.map((name) => name?.toLowerCase()) ?? [];
  if (mimeTypeEssence(contentType) === null || /[^\t\u0020-\u007e]/.test(contentType)) {
    yield { ...here, problem: 'is not a MIME type', remedy: 'write one such as "application/json"' };
  } else if (!isCorsSafelistedRequestHeader('content-type', contentType) && !names.includes('content-type')) {
    yield {
      ...here,
      problem: 'is not CORS-safelisted, but requestHeaders does not name content-type',
      remedy: 'add "content-type" to requestHeaders',
    };
  }
  if (Object.keys(route.headers ?? {}).some((name) => name.toLowerCase() === 'content-type')) {
    yield {
      place: `${place}.headers["content-type"]`,
      value: '',
      problem: 'is given by body.contentType already',
      remedy: 'remove one of the two',
    };
  }
}

function isBodiless(method: string): boolean {
  return ['GET', 'HEAD'].includes(normalizeMethod(method));
}
