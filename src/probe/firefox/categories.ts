import type { NamedRequests } from '../tapped/page-driver.ts';

/** The prefix that all texts of the CORS categories have. */
const blocked =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ';

/** The texts that are not of a CORS category, and say of a request why it was blocked. */
const neighbours: readonly (readonly [text: RegExp, category: string])[] = [
  [/^Security Error: Content at .* may not load data from /s, 'SOP'],
  [/^Blocked loading mixed active content “/, 'Mixed Content Blocker'],
  [/^The resource at “.*” was blocked due to its Cross-Origin-Resource-Policy header /s, 'COEP'],
  [/^The resource from “.*” was blocked due to MIME type /s, 'MIMEMISMATCH'],
  [
    /^Content-Security-Policy: The page’s settings blocked the loading of a resource /,
    'CSP_CSPGenericViolation',
  ],
];

/** What follows `(Reason: ` in the text of each category. */
const reasons: readonly (readonly [start: RegExp, category: string])[] = [
  [/^CORS disabled\)/, 'CORSDisabled'],
  [/^CORS request did not succeed\)/, 'CORSDidNotSucceed2'],
  [/^CORS request not http\)/, 'CORSRequestNotHttp'],
  [/^Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed\)/, 'CORSMultipleAllowOriginNotAllowed'],
  [/^CORS header ‘Access-Control-Allow-Origin’ missing\)/, 'CORSMissingAllowOrigin2'],
  [/^Credential is not supported if /, 'CORSNotSupportingCredentials'],
  [/^CORS header ‘Access-Control-Allow-Origin’ does not match /, 'CORSAllowOriginNotMatchingOrigin'],
  [/^expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’\)/, 'CORSMissingAllowCredentials'],
  [/^CORS header ‘Origin’ cannot be added\)/, 'CORSOriginHeaderNotAdded'],
  [/^CORS request external redirect not allowed\)/, 'CORSExternalRedirectNotAllowed'],
  [/^CORS preflight response did not succeed\)/, 'CORSPreflightDidNotSucceed3'],
  [/^invalid token ‘.*’ in CORS header ‘Access-Control-Allow-Methods’\)/s, 'CORSInvalidAllowMethod'],
  [/^Did not find method in CORS header /, 'CORSMethodNotFound'],
  [/^invalid token ‘.*’ in CORS header ‘Access-Control-Allow-Headers’\)/s, 'CORSInvalidAllowHeader'],
  [/^header ‘.*’ is not allowed according to header /s, 'CORSMissingAllowHeaderFromPreflight2'],
];

/**
 * Returns the category of a console text, by the text alone: for a Firefox that has no debugger server. Null for a text
 * that is not of a CORS category.
 */
export function categoryOfText(text: string): string | null {
  const neighbour = neighbours.find(([pattern]) => pattern.test(text));
  if (neighbour !== undefined) return neighbour[1];
  const start = text.indexOf('(Reason: ');
  if (!text.startsWith(blocked) || start < 0) return null;
  const reason = text.slice(start + '(Reason: '.length);
  return reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}

/**
 * Returns the category that names a refusal, among those of one request. Firefox adds "did not succeed" to what it has
 * said of a CORS-preflight request, so that one counts only where it stands alone. A warning of what will be refused
 * one day refuses nothing.
 */
export function namingCategory(categories: readonly (string | null)[]): string | null {
  const own = categories.filter((category) => category !== null && isNaming(category));
  return own.find((category) => category !== 'CORSDidNotSucceed2') ?? own[0] ?? null;
}

const isNaming = (category: string): boolean =>
  neighbours.some(([, neighbour]) => neighbour === category) ||
  (category.startsWith('CORS') && category !== 'CORSAllowHeaderFromPreflightDeprecation');

/** How a text begins that says of which request it is. */
const naming = [
  new RegExp(`^${blocked}‘?(\\S+?)’?\\. \\(Reason: `),
  /^Security Error: Content at \S+ may not load data from (\S+)\.$/,
];

/** Firefox names the request in each text of CORS. */
export const namedByFirefox: NamedRequests = {
  urlIn: (text) => naming.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])[0] ?? null,
  isInEach: true,
};
