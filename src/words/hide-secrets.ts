import { secretForms } from './secret-forms.ts';

export const redacted = '[redacted]';

/** What becomes of a secret that is matched piece by piece. */
const severalPieces = /(?:\[redacted\]){2,}/g;

const hidings = new WeakMap<readonly string[], (text: string) => string>();

/** Returns what hides `secrets` in a text; the same for the same list, as a run asks for it with each request. */
export function hiding(secrets: readonly string[]): (text: string) => string {
  const known = hidings.get(secrets);
  if (known !== undefined) return known;
  const forms = secretForms(secrets);
  const hide = (text: string): string =>
    forms === null ? text : text.replace(forms, redacted).replaceAll(severalPieces, redacted);
  hidings.set(secrets, hide);
  return hide;
}

/**
 * The source of a pattern of names of parameters whose values let in whoever has them, wherever they stand: those of OAuth,
 * of SAML, of sessions, of signed addresses, of keys.
 */
export const secretParameterName = [
  '[\\w.~-]*(?:token|secret|passw|signature|session|sess-?id|sesskey|ticket|assertion|credential|verifier|jwt|saml)[\\w.~-]*',
  '[\\w.~-]*(?:api|access|auth|account|subscription|private|function)[-_]?key[\\w.~-]*',
  '(?:auth|authorization|oauth|device|user|login|invite|reset)[-_]?code',
].join('|');
