import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import chromium from '../../../fixtures/engines/chromium.ts';
import firefox from '../../../fixtures/engines/firefox.ts';
import webkit from '../../../fixtures/engines/webkit.ts';
import type { CaseAnswer, CaseAnswers, CaseFault, CaseResource } from '../../../src/catalogue/case.ts';
import { quirkReadings, type QuirkReading } from '../../../src/engines/quirk-readings.ts';
import { predict, type StandardExchange, type StandardRequest } from '../../../src/fetch-standard/predict.ts';
import type { HeaderList, ProbeRequest } from '../../../src/model.ts';
import { observation } from '../judge/observation.ts';
import { randomCase, type RandomCase } from '../../browser/agreement/random-case.ts';

const usual = process.env['CORS_SUITE'] === 'all' ? 2_000 : 150;
const count = Number(process.env['CORS_RANDOM_CASES'] ?? usual);
const seed = Number(process.env['CORS_RANDOM_SEED'] ?? Date.now() % 2 ** 31);

test.describe.configure({ timeout: 60_000 + count * 20 });

const api = 'http://127.0.0.1:4001';
const other = 'http://127.0.0.1:4002';

/** How the exchanges are read: by the standard, or as an engine with a quirk does. */
type Read = (exchange: StandardExchange) => StandardExchange;

function requestOf({ request }: RandomCase): StandardRequest {
  const { page = {}, method = 'GET', headers = [], mode = 'cors', redirectMode = 'follow' } = request;
  return {
    url: `${request.server === 'other' ? other : api}/`,
    pageOrigin: page.opaque === true ? 'null' : (page.origin ?? ''),
    method,
    headers,
    credentialsMode: 'include',
    mode,
    redirectMode,
  };
}

/** Returns the answers that the standard comes to, one after the other, when `request` is made with credentials. */
function exchangesOf(request: StandardRequest, answers: CaseAnswers, read: Read): StandardExchange[] {
  const exchanges: StandardExchange[] = [];
  for (;;) {
    const prediction = predict(request, exchanges.map(read));
    if (prediction.outcome !== 'incomplete' || prediction.exchange !== null) return exchanges;
    const { needs: purpose, method, url } = prediction;
    const answer = resourceAt(answers, new URL(url).pathname)[purpose];
    if (answer === undefined || 'fault' in answer) return exchanges;
    const isTainted = exchanges.some((one) => new URL(one.url).origin !== new URL(request.url).origin);
    const origin = isTainted ? 'null' : request.pageOrigin;
    exchanges.push({ purpose, url, method, ...filled(answer, request.pageOrigin, origin) });
  }
}

const resourceAt = (
  answers: CaseAnswers,
  path: string,
): Pick<CaseResource, 'preflight'> & { readonly actual?: CaseAnswer | CaseFault } =>
  path === '/' ? answers : ((path === '/next' || path === '/last' ? answers.elsewhere?.[path] : null) ?? {});

function filled({ status, headers }: CaseAnswer, page: string, origin: string): CaseAnswer {
  const values: Readonly<Record<string, string>> = { page, origin, api, other };
  const lines: HeaderList = headers.map(([name, value]) => [
    name.trimEnd(),
    value.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder),
  ]);
  return { status, headers: lines };
}

/** Fails the test without an assertion: one of the runner is a step of its report, of which these would be too many. */
function failFor(counterexamples: readonly string[]): void {
  if (counterexamples.length > 0) throw new Error(counterexamples.join('\n'));
}

/** Returns what is shared with credentials and not without, after each of the exchanges; empty if nothing is. */
function sharedWithCredentialsAlone(
  request: StandardRequest,
  exchanges: readonly StandardExchange[],
): string[] {
  return [0, ...exchanges.map((_, index) => index + 1)].flatMap((length) => {
    const sofar = exchanges.slice(0, length);
    const include = predict({ ...request, credentialsMode: 'include' }, sofar);
    const omit = predict({ ...request, credentialsMode: 'omit' }, sofar);
    const isRefused = include.outcome === 'network-error' || include.outcome === 'exception';
    if (isRefused) return [];
    const names = 'readableHeaderNames' in omit ? omit.readableHeaderNames : [];
    const isSame =
      include.outcome === 'response'
        ? omit.outcome === 'response' && include.readableHeaderNames.every((name) => names.includes(name))
        : JSON.stringify(include) === JSON.stringify(omit);
    return isSame ? [] : [`${JSON.stringify(include)} with credentials, ${JSON.stringify(omit)} without`];
  });
}

test('of the same answers, what is shared with credentials is shared without them', () => {
  console.log(`CORS_RANDOM_CASES=${count} CORS_RANDOM_SEED=${seed}`);
  let shared = 0;
  let refused = 0;
  fc.assert(
    fc.property(randomCase(), (random) => {
      const request = requestOf(random);
      const exchanges = exchangesOf(request, random.misconfigured, (exchange) => exchange);
      if (predict(request, exchanges).outcome === 'response') shared += 1;
      if (predict({ ...request, credentialsMode: 'omit' }, exchanges).outcome === 'network-error')
        refused += 1;
      failFor(sharedWithCredentialsAlone(request, exchanges));
    }),
    { seed, numRuns: count },
  );
  // Neither side of it is empty.
  expect([shared > count / 20, refused > count / 20]).toEqual([true, true]);
});

for (const engine of [chromium, firefox, webkit]) {
  test(`so it is where the quirks of ${engine.id} have a part`, () => {
    fc.assert(
      fc.property(randomCase(), (random) => {
        const request = requestOf(random);
        const differing = quirkReadings(engine).filter((reading) => {
          const taken = takenBy(reading, request);
          const exchanges = exchangesOf(taken, random.misconfigured, readBy(reading, request, 'include'));
          const comesTo = (credentialsMode: 'include' | 'omit'): string =>
            predict({ ...taken, credentialsMode }, exchanges.map(readBy(reading, request, credentialsMode)))
              .outcome;
          return /^(response|incomplete)$/.test(comesTo('include')) && comesTo('omit') !== comesTo('include');
        });
        failFor(differing.flatMap(({ quirks }) => quirks));
      }),
      { seed, numRuns: Math.min(count, 1_000) },
    );
  });
}

const probed = (
  request: StandardRequest,
  credentialsMode: ProbeRequest['credentialsMode'],
): ProbeRequest => ({
  ...observation().request,
  url: request.url,
  method: request.method,
  headers: request.headers,
  mode: request.mode,
  redirectMode: request.redirectMode,
  credentialsMode,
});

const readBy =
  ({ read }: QuirkReading, request: StandardRequest, mode: ProbeRequest['credentialsMode']): Read =>
  (exchange) =>
    read(exchange, probed(request, mode), request.pageOrigin);

function takenBy({ take }: QuirkReading, request: StandardRequest): StandardRequest {
  const {
    method,
    headers,
    mode,
    redirectMode,
    useCorsPreflightFlag = false,
  } = take({
    ...observation(),
    request: probed(request, 'include'),
  });
  return { ...request, method, headers, mode, redirectMode, uploadListeners: useCorsPreflightFlag };
}
