import type { Engine, EngineTexts } from '../engines/engine.ts';
import { isRedirectStatus } from '../fetch-standard/statuses.ts';
import { causes, factsOf } from './facts.ts';
import type { Sighting } from './sighting.ts';
import { errorStatus } from './meanings.ts';
import { otherCodes } from './other-texts.ts';
import type { Meaning } from './template.ts';

/**
 * Returns the engines' own codes for failures in `text`, such as `net::ERR_CONNECTION_REFUSED`, with the method and the
 * URL where DevTools print them before it, and the error statuses that they print in the same way.
 */
export function failureCodes(text: string, engines: readonly Engine[]): Sighting[] {
  return [...codesIn(text, engines), ...errorStatusesIn(text, engines)];
}

function errorStatusesIn(text: string, engines: readonly Engine[]): Sighting[] {
  const fits = engines
    .filter(({ errorStatusTexts }) => errorStatusTexts !== undefined)
    .map(({ id }) => ({ engine: id, means: errorStatus }));
  if (fits.length === 0) return [];
  return [...text.matchAll(errorStatusPattern)].map(({ 0: whole, index, groups }) => ({
    start: index,
    end: index + whole.length,
    text: whole.trim(),
    values: { ...groups },
    fits,
  }));
}

const errorStatusPattern =
  /\b(?<method>[A-Z]{3,16})\s+(?<url>https?:\/\/\S+)\s+(?<status>[45]\d{2})\s*\((?<value>[^()\n]*)\)/g;

function codesIn(text: string, engines: readonly Engine[]): Sighting[] {
  return engines.flatMap((engine) =>
    [...text.matchAll(codePattern)].flatMap(({ 0: whole, index, groups }): Sighting[] => {
      const code = groups?.['code'] ?? '';
      const { url, method, status } = groups ?? {};
      const means = meaningOf(code, engine, status);
      if (means === null) return [];
      return [
        {
          start: index,
          end: index + whole.length,
          text: whole.trim(),
          values: {
            ...(url === undefined ? {} : { url }),
            ...(method === undefined ? {} : { method }),
            ...(status === undefined ? {} : { status }),
            value: code,
          },
          fits: [{ engine: engine.id, means }],
        },
      ];
    }),
  );
}

const codePattern =
  /(?:Failed to load resource:\s+)?(?:\b(?<method>[A-Z]{3,16})\s+(?<url>[a-z]+:\/\/\S+)\s+)?(?<![\w.])(?<code>net::ERR_[A-Z0-9_]+(?:\.\w+)?|NS_[A-Z]+_[A-Z0-9_]+|(?:SSL|SEC|MOZILLA_PKIX)_ERROR_[A-Z0-9_]+)(?:\s+(?<status>\d{3})(?:\s*\([^()\n]*\)|(?=\s*$)))?/gm;

function meaningOf(code: string, engine: EngineTexts, status: string | undefined): Meaning | null {
  const { failures } = engine;
  const known = failures.find(([prefix]) => code.startsWith(prefix));
  if (known !== undefined) return { kind: 'diagnoses', ids: [known[1]] };
  const isOwn = failures.some(([prefix]) => prefix.slice(0, 3) === code.slice(0, 3));
  if (!isOwn) return null;
  const means = otherCodes[code] ?? { kind: 'diagnoses', ids: ['connection-blocked'] };
  if (status === undefined) return means;
  if (means.kind === 'any-failure') return ofArrived(engine, status);
  // So an element that wanted a script or a stylesheet is told of an error page.
  return otherCodes[code] === undefined && Number(status) >= 400 ? errorStatus : means;
}

/**
 * Returns what a code that is printed for every failure means where a status stands behind it: a response has arrived,
 * so that it is the CORS check that failed, or, where the status is a redirect status, the redirect.
 */
function ofArrived({ refusals }: EngineTexts, status: string): Meaning {
  const isRedirect = isRedirectStatus(Number(status));
  return {
    kind: 'diagnoses',
    ids: causes.filter(
      (id) =>
        Object.hasOwn(refusals, id) &&
        factsOf(id).failed === 'actual' &&
        (isRedirect || !id.startsWith('redirect-')),
    ),
    note: {
      en: `The status says that the server was reached and answered ${status}: the connection is in order, and the browser refused to share the response. This is the second line of a refusal by CORS; the line before it, which begins with "Access to", names the cause.`,
      ja: `ステータスから、サーバーに届いて ${status} の応答があったことが分かります。接続に問題はなく、ブラウザがレスポンスをページに渡すことを拒否しました。これは CORS による拒否の 2 行目です。原因は、"Access to" で始まる 1 つ前の行に書かれています。`,
    },
  };
}
