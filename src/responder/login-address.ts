/**
 * Reports whether `to` is the address of a page to sign in at, by words that `from` does not have: no answer of it need
 * have been seen.
 */
export function isOfLogin(to: URL, from: URL): boolean {
  const known = new Set(wordsOf(from));
  return (
    wordsOf(to).some((word) => !known.has(word) && loginWords.test(word)) ||
    (to.hostname !== from.hostname && to.hostname.split('.').some((label) => loginHosts.has(label))) ||
    to.searchParams.has('SAMLRequest') ||
    (to.searchParams.has('redirect_uri') && to.searchParams.has('client_id'))
  );
}

const wordsOf = ({ pathname }: URL): string[] => pathname.toLowerCase().split('/');

const loginWords =
  /^(log[-_]?[io]n|sign[-_]?[io]n|users?[-_]sign[-_]?in|sso|saml2?|oauth2?|oidc|openid(-connect)?|authorize|auth|authenticate|authentication)(\.\w+)?$/;

const loginHosts: ReadonlySet<string> = new Set([
  'account',
  'accounts',
  'adfs',
  'auth',
  'id',
  'identity',
  'idp',
  'login',
  'oauth',
  'signin',
  'sso',
]);
