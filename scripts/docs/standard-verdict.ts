import type { MisconfigurationCase } from '../../src/catalogue/case.ts';
import { answerFor, filledHeaders, trustsOf } from '../../src/catalogue/answer-for.ts';
import { pageOriginOf } from '../../src/catalogue/log.ts';
import { toProbeRequest } from '../../src/catalogue/to-probe-request.ts';
import { parseUrl } from '../../src/fetch-standard/urls.ts';
import { predict, type Prediction, type StandardExchange } from '../../src/fetch-standard/predict.ts';
import { sampleAddresses } from '../../src/catalogue/sample-addresses.ts';

/** More than any fetch makes: a redirect is followed twenty times, each with a CORS-preflight request. */
const mostExchanges = 50;

/** Returns the verdict of the standard on a case, in words. Its requests are answered as the case does, until it ends. */
export function standardVerdict({ request, misconfigured }: MisconfigurationCase): string {
  const pageOrigin = pageOriginOf(request);
  const probed = { ...toProbeRequest(request, sampleAddresses), pageOrigin };
  const exchanges: StandardExchange[] = [];
  let origin = pageOrigin;
  for (;;) {
    const prediction = predict(probed, exchanges);
    if (prediction.outcome !== 'incomplete' || exchanges.length >= mostExchanges) return inWords(prediction);
    const { needs, method, url } = prediction;
    const from = exchanges.at(-1)?.url;
    // https://fetch.spec.whatwg.org/#http-redirect-fetch
    if (from !== undefined && isElsewhere(from, url) && isElsewhere(from, pageOrigin)) origin = 'null';
    const [server] = Object.entries(sampleAddresses).find(([, base]) => url.startsWith(`${base}/`)) ?? [];
    const asked = {
      path: new URL(url).pathname,
      isPreflight: needs === 'preflight',
      origin: probed.mode === 'no-cors' ? null : origin,
      hasCookie: false,
    };
    const answer = server === undefined ? null : answerFor(misconfigured, asked);
    if (answer === null) return `goes on to ${url}`;
    if ('fault' in answer) return 'none: the connection fails';
    const context = {
      origin: asked.origin,
      trusts: trustsOf(misconfigured),
      pageOrigin,
      addresses: sampleAddresses,
    };
    exchanges.push({
      purpose: needs,
      url,
      method,
      status: answer.status,
      headers: filledHeaders(answer.headers, context),
    });
  }
}

const isElsewhere = (one: string, other: string): boolean => new URL(one).origin !== parseUrl(other)?.origin;

function inWords(prediction: Prediction): string {
  switch (prediction.outcome) {
    case 'response':
      return `${prediction.type} response ${prediction.status}`;
    case 'network-error':
    case 'exception':
      return `network error (\`${prediction.reason}\`)`;
    case 'incomplete':
    case 'unexpected-exchange':
      throw new Error(`No verdict: ${JSON.stringify(prediction)}`);
    default:
      return prediction satisfies never;
  }
}
