/** The prefix that all texts of the CORS categories have. */
const blocked =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ';

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
 * The category of a console text, by the text alone: for a Firefox that has no debugger server. Null for a
 * text that is not of a CORS category.
 */
export function categoryOfText(text: string): string | null {
  if (/^Security Error: Content at .* may not load data from /.test(text)) return 'SOP';
  const start = text.indexOf('(Reason: ');
  if (!text.startsWith(blocked) || start < 0) return null;
  const reason = text.slice(start + '(Reason: '.length);
  return reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}

/**
 * The category that names a refusal, among those of one request. Firefox adds "did not succeed" to what it
 * has said of a CORS-preflight request, so that one counts only where it stands alone.
 */
export function namingCategory(categories: readonly (string | null)[]): string | null {
  const own = categories.flatMap((category) =>
    category !== null && (category.startsWith('CORS') || category === 'SOP') ? [category] : [],
  );
  return own.find((category) => category !== 'CORSDidNotSucceed2') ?? own[0] ?? null;
}
