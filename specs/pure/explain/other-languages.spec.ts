import { expect, test } from '@playwright/test';
import { explainText } from '../../../src/explain/explain.ts';
import { engines, idsIn, idsOf } from './engines.ts';

const english =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at';
const german =
  'Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf';
const french =
  'Blocage d’une requête multiorigine (Cross-Origin Request) : la politique « Same Origin » ne permet pas de consulter la ressource distante située sur';
const japanese = 'クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、';
const rejected = 'にあるリモートリソースの読み込みは拒否されます';
const spanish =
  'Solicitud desde otro origen bloqueada: la política de mismo origen impide leer el recurso remoto en';
const dutch =
  'Cross-Origin-aanvraag geblokkeerd: de Same Origin Policy staat het lezen van de externe bron op';
const url = 'https://api.example.com/data';

/**
 * Texts of `dom/chrome/security/security.properties` in the language packs of Firefox 153 (repository
 * mozilla-l10n/firefox-l10n), their places filled, each beside the English text of its key.
 */
const sameInEnglish: readonly (readonly [key: string, translated: string, english: string])[] = [
  [
    'de CORSMissingAllowOrigin2',
    `${german} ${url}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: 404.`,
    `${english} ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 404.`,
  ],
  [
    'de CORSDidNotSucceed2',
    `${german} ${url}. (Grund: CORS-Anfrage schlug fehl). Statuscode: (null).`,
    `${english} ${url}. (Reason: CORS request did not succeed). Status code: (null).`,
  ],
  [
    'de CORSInvalidAllowHeader',
    `${german} ${url}. (Grund: ungültiges Token 'x y' in CORS-Kopfzeile 'Access-Control-Allow-Headers').`,
    `${english} ${url}. (Reason: invalid token ‘x y’ in CORS header ‘Access-Control-Allow-Headers’).`,
  ],
  [
    'fr CORSMissingAllowHeaderFromPreflight2',
    `${french} ${url}. Raison : l’en-tête « x-token » n’est pas autorisé d’après l’en-tête « Access-Control-Allow-Headers » de la réponse de pré-vérification des requêtes CORS.`,
    `${english} ${url}. (Reason: header ‘x-token’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
  ],
  [
    'fr CORSPreflightDidNotSucceed3',
    `${french} ${url}. Raison : échec de la réponse de pré-vérification des requêtes CORS. Code d’état : 401.`,
    `${english} ${url}. (Reason: CORS preflight response did not succeed). Status code: 401.`,
  ],
  [
    'ja CORSAllowOriginNotMatchingOrigin',
    `${japanese}${url} ${rejected} (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘https://b.example’ と異なる)。`,
    `${english} ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://b.example’).`,
  ],
  [
    'ja CORSMultipleAllowOriginNotAllowed',
    `${japanese}${url} ${rejected} (理由: 複数の CORS ヘッダー ‘Access-Control-Allow-Origin’ は許可されない)。`,
    `${english} ${url}. (Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`,
  ],
  [
    'es CORSNotSupportingCredentials',
    `${spanish} '${url}' (razón: la credencial no se admite si la cabecera CORS 'Access-Control-Allow-Credentials' es '*').`,
    `${english} ‘${url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).`,
  ],
  [
    'es CORSMissingAllowCredentials',
    `${spanish} ${url} (razón: se esperaba 'true' en la cabecera CORS 'Access-Control-Allow-Credentials').`,
    `${english} ${url}. (Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
  ],
  [
    'nl CORSMethodNotFound',
    `${dutch} ${url} niet toe. (Reden: de methode in CORS-header ‘Access-Control-Allow-Methods’ werd niet gevonden).`,
    `${english} ${url}. (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
  ],
  [
    'nl CORSInvalidAllowMethod',
    `${dutch} ${url} niet toe. (Reden: ongeldig token ‘G;T’ in CORS-header ‘Access-Control-Allow-Methods’).`,
    `${english} ${url}. (Reason: invalid token ‘G;T’ in CORS header ‘Access-Control-Allow-Methods’).`,
  ],
];

const note =
  "This looks like Firefox in another language, of which only the English texts are known. What was read is the address, the names of headers, the values and the status. Set the browser's language to English for the whole text, or look at the headers of the response.";

for (const [key, translated, known] of sameInEnglish) {
  test(`what no translation changes says as much as the English text: ${key}`, () => {
    const [right] = explainText(known, engines);
    expect(explainText(translated, engines).map((each) => ({ ...each, values: { ...each.values } }))).toEqual(
      [{ ...right, text: translated, note }],
    );
  });
}

test('a text in another language without a header name may be each of that kind, and says why', () => {
  const text = `${german} ${url}. (Grund: CORS-Anfrage war nicht http).`;
  const explained = explainText(`${text}\n`, engines);
  expect(explained.map((each) => [each.engines, idsIn(each), each.values, each.note])).toEqual([
    [
      ['firefox'],
      ['preflight-redirect', 'redirect-scheme-unsupported', 'scheme-unsupported', 'connection-blocked'],
      { url },
      note,
    ],
  ]);
});

test('both lines of a failed CORS-preflight request in another language are one failure', () => {
  const text = `${german} ${url}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: 404.\n${german} ${url}. (Grund: CORS-Anfrage schlug fehl). Statuscode: (null).`;
  expect(explainText(text, engines).map((each) => [idsIn(each), each.note])).toEqual([
    [['preflight-origin-missing'], note],
  ]);
});

const noTranslation: readonly (readonly [text: string, ids: readonly string[]])[] = [
  ['エラー: https://api.example.com への CORS リクエストが失敗しました', []],
  ['Error: cross-origin request to https://a.test failed (CORS)', []],
  [`Ошибка: ${english} ${url}. (Reason: the frobnicator was not set).`, []],
  [
    "エラー: Access to fetch at 'https://a.test/' (redirected from 'https://b.test/') from origin 'https://c.test' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    ['origin-missing'],
  ],
];

for (const [text, ids] of noTranslation) {
  test(`what only speaks of CORS in another language is no text of a browser: ${text.slice(0, 40)}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}
