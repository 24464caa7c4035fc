import { exampleOf, sessionCookies } from '../../fixtures/session-cookies.ts';
import { cases } from '../../fixtures/cases.ts';
import { engines } from '../../fixtures/engines.ts';
import type { SessionFaultId } from '../../src/diagnoses/sessions.ts';
import type { CookieSight } from '../../src/engines/cookie-sight.ts';
import { escaped } from './markdown.ts';

/** Reports whether `id` is why a session's cookie does not arrive: an example shows it, and not a case alone. */
export const isSessionFault = (id: string): id is SessionFaultId => Object.hasOwn(sessionCookies, id);

const loginLines = (api: string, page: string, line: string): string[] => [
  '```http',
  '> POST /auth/login HTTP/1.1',
  `> Host: ${new URL(api).host}`,
  `> Origin: ${page}`,
  '',
  '< HTTP/1.1 204',
  `< Access-Control-Allow-Origin: ${page}`,
  '< Access-Control-Allow-Credentials: true',
  `< Set-Cookie: ${line}`,
  '< Vary: Origin',
  '```',
];

/** Returns the sections of the page of `cross-site-post-with-session`. */
export function crossSitePostSections(): string[] {
  const [api, page] = ['https://api.example.com', 'https://app.example.com'];
  return [
    '## What the console says',
    '',
    'Nothing, in any engine: the form of another site leads to the answer, as a link does.',
    '',
    '## The wrong exchange',
    '',
    'Pages call `POST /orders` with the session and without a CORS-preflight request.',
    '',
    ...loginLines(api, page, 'sid=1; Path=/; Secure; HttpOnly; SameSite=None'),
    '',
    'A page of any site then needs no more than this:',
    '',
    '```html',
    `<form method="post" action="${api}/orders"></form>`,
    '```',
    '',
    '## The corrected one',
    '',
    ...loginLines(api, page, 'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax'),
    '',
    'Or pages call it with a request header that the API demands, which a form cannot send.',
    '',
    '## Cases',
    '',
    '- [A real form](../../specs/browser/sessions/forms.spec.ts) of another site, with cookies of all attributes, beside what the pure function says.',
    '',
  ];
}

/** Returns what an engine says of the wrong line, as sentences. */
function saidBy({ comesTo, console = [], reasons = [], unplayed }: CookieSight): string {
  if (unplayed !== undefined) return `Not known. ${unplayed}`;
  if (comesTo === null) return 'Nothing: it keeps the cookie, and sends it.';
  const other = comesTo === undefined ? '' : ` To it this is [\`${comesTo}\`](${comesTo}.md).`;
  const texts = console.map((text) => `\`${text}\``).join(' ');
  const said = texts === '' ? 'Nothing.' : texts;
  const names =
    reasons.length === 0
      ? ''
      : ` Its protocol, and so DevTools, names ${reasons.map((reason) => `\`${reason}\``).join(', ')}.`;
  return `${said}${names}${other}`;
}

/** Returns the sections of the page of `id` that show it, from what the console says to where it is played. */
export function sessionSections(id: SessionFaultId): string[] {
  const { page, api = 'https://api.example.com', wrong, corrected, playedBy } = exampleOf(id);
  const login = (line: string): string[] => loginLines(api, page, line);
  const played = cases.find((one) => one.id === playedBy);
  return [
    '## What the console says',
    '',
    ...Object.values(engines).flatMap(({ name, sessionCookies: sights }) => [
      `${name}:`,
      '',
      saidBy(sights[id]),
      '',
    ]),
    '## The wrong exchange',
    '',
    `The page asks \`${api}/me\` afterwards, with credentials mode "include".`,
    '',
    ...login(wrong),
    '',
    '## The corrected one',
    '',
    ...login(corrected),
    '',
    '## Cases',
    '',
    ...(played === undefined
      ? []
      : [`- [\`${played.id}\`](../../fixtures/cases/${played.id}.ts): ${escaped(played.title)}`]),
    '- [The two lines](../../specs/browser/sessions/examples.spec.ts) in each engine.',
    '- [Real browsers](../../specs/browser/sessions/attributes.spec.ts) with each of these attributes, beside what the pure function says.',
    '',
  ];
}
