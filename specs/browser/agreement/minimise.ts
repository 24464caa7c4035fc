import type { CaseAnswer, CaseAnswers, CaseRequest, CaseResource } from '../../../src/catalogue/case.ts';
import type { HeaderList } from '../../../src/model.ts';
import type { RandomCase } from './random-case.ts';

/**
 * Makes `random` smaller as long as `stillFails` holds of one of the smaller cases, and resolves with the
 * smallest. `stillFails` is given all of them at once, and resolves with one answer for each.
 */
export async function minimise(
  random: RandomCase,
  stillFails: (cases: readonly RandomCase[]) => Promise<readonly boolean[]>,
): Promise<RandomCase> {
  for (let smallest = random; ;) {
    const candidates = smaller(smallest);
    const failing = await stillFails(candidates);
    const next = candidates.find((_, index) => failing[index] === true);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

/** Returns a random case with one thing less, in each possible way. */
export function smaller({ request, misconfigured }: RandomCase): RandomCase[] {
  const requests = [
    ...without(request.headers ?? []).map((headers) => ({ ...request, headers })),
    ...(request.body === undefined ? [] : [withoutBody(request)]),
    // A GET has no body.
    ...(request.method === 'GET' ? [] : [{ ...withoutBody(request), method: 'GET' }]),
    ...(request.api === undefined ? [] : [byFetch(request)]),
    ...(request.server === 'other' ? [{ ...request, server: 'api' as const }] : []),
    ...(request.credentialsMode === 'same-origin'
      ? []
      : [{ ...request, credentialsMode: 'same-origin' as const }]),
    ...(request.redirectMode === 'follow' ? [] : [{ ...request, redirectMode: 'follow' as const }]),
    ...(request.mode === 'cors' ? [] : [{ ...request, mode: 'cors' as const }]),
    ...(request.page?.opaque === true ? [{ ...request, page: {} }] : []),
  ];
  return [
    ...requests.map((each) => ({ request: each, misconfigured })),
    ...smallerAnswers(misconfigured).map((each) => ({ request, misconfigured: each })),
  ];
}

const withoutBody = ({ body, ...request }: CaseRequest): CaseRequest => request;
const byFetch = ({ api, ...request }: CaseRequest): CaseRequest => request;

function smallerAnswers(answers: CaseAnswers): CaseAnswers[] {
  const { elsewhere = {}, ...own } = answers;
  const paths = Object.entries(elsewhere);
  return [
    ...paths.map(([path]) => ({
      ...own,
      elsewhere: Object.fromEntries(paths.filter(([other]) => other !== path)),
    })),
    ...smallerResources(own).map((each) => ({ ...answers, ...each })),
    ...paths.flatMap(([path, resource]) =>
      smallerResources(resource).map((each) => ({ ...own, elsewhere: { ...elsewhere, [path]: each } })),
    ),
  ];
}

function smallerResources(resource: CaseResource): CaseResource[] {
  const { preflight, actual } = resource;
  return [
    ...(preflight === undefined || 'fault' in preflight
      ? []
      : smallerAnswersOf(preflight).map((each) => ({ ...resource, preflight: each }))),
    ...('fault' in actual ? [] : smallerAnswersOf(actual).map((each) => ({ ...resource, actual: each }))),
  ];
}

function smallerAnswersOf(answer: CaseAnswer): CaseAnswer[] {
  const { status, headers } = answer;
  return [
    ...(status === 200 ? [] : [{ ...answer, status: 200 }]),
    ...without(headers)
      .filter((rest) => cacheLines(rest) === cacheLines(headers))
      .map((rest) => ({ ...answer, headers: rest })),
    ...headers.flatMap(([name, value], index) =>
      value.trim() === value
        ? []
        : [{ ...answer, headers: headers.with(index, [name, value.trim()] as const) }],
    ),
  ];
}

/** Counts the lines that keep caches out of it: without them, another thing would be shown. */
const cacheLines = (headers: HeaderList): number =>
  headers.filter(([name]) => name === 'Cache-Control' || name === 'Access-Control-Max-Age').length;

/** Returns `list` without each of its items in turn. */
const without = <Item>(list: readonly Item[]): Item[][] =>
  list.map((_, index) => list.filter((__, other) => other !== index));
