import { expect, test } from '../../../fixtures/test.ts';
import { samples } from '../../../servers/api/samples.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';
import type { Verdict } from '../../../src/model.ts';

const app = 'https://app.example.com';

/** What is asked for, as what, and what answers it. */
const files = {
  '/logo.gif': ['image', 'image/gif', Buffer.from(samples.image, 'base64')],
  '/font.woff': ['font', 'font/woff', Buffer.from(samples.font, 'base64')],
  // It breaks the page that runs it.
  '/module.js': [
    'module',
    'text/javascript',
    'globalThis.fetch = () => Promise.reject(new Error("broken"));',
  ],
  '/style.css': ['stylesheet', 'text/css', 'body { color: red }'],
} as const;

const routes = Object.entries(files).map(([path, [as]]) => ({
  path,
  methods: ['GET'],
  as,
  ...(as === 'font' ? {} : { credentials: 'include' as const }),
}));

/** Returns the routes that the engine asks for with CORS. */
const routesIn = ({ definition: { quirks } }: Parameters<typeof judgeServer>[1]): typeof routes =>
  routes.filter(({ as }) => as !== 'font' || !quirks.some(({ id }) => id === 'font-without-cors'));

/** Returns the verdicts on what elements asked for, in one line each. */
const linesOf = (verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter(({ detail }) => detail.startsWith('as a'))
    .map(
      ({ status, diagnosis, route, detail, origin, credentialsMode }) =>
        `${status}${diagnosis === null ? '' : ` ${diagnosis}`}: ${route} ${detail} from ${origin}, ${credentialsMode}`,
    );

/** Judges a server that answers with the file of the path, and with CORS lines where `isAllowed`. */
const judged = (
  cors: Parameters<typeof judgeServer>[0],
  harness: Parameters<typeof judgeServer>[1],
  isAllowed: (origin: string) => boolean,
  status = 200,
): Promise<Verdict[]> =>
  judgeServer(
    cors,
    harness,
    { trustedOrigins: [app], routes: routesIn(harness), unknownPath: false },
    ({ method, url = '', headers: { origin = '' } }, response) => {
      response.setHeader('Vary', 'Origin');
      if (isAllowed(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
      }
      const file = Object.entries(files).find(([path]) => path === url)?.[1];
      if (method !== 'GET' || file === undefined) return void response.writeHead(204).end();
      const [, type, body] = file;
      response.writeHead(status, { 'Content-Type': status === 200 ? type : 'text/html' });
      response.end(status === 200 ? body : 'none');
    },
    { lookalikes: noLookalikes },
  );

const askedIn = (harness: Parameters<typeof judgeServer>[1]) =>
  routesIn(harness).map(({ path, as, credentials }) => ({
    path: `${path} as a${as === 'image' ? 'n' : ''} ${as}`,
    asker: as === 'module' ? 'a module script' : `a${as === 'image' ? 'n' : ''} ${as}`,
    own: credentials ?? 'same-origin',
    modes: as === 'font' ? ['same-origin'] : ['same-origin', 'include'],
  }));
const strangers = ['https://untrusted.test', 'null'];

test('an element of a trusted page gets what it asks for, and one of a stranger’s page does not', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, (origin) => origin === app);
  expect(verdicts.filter(({ status }) => status === 'violates' || status === 'inconclusive')).toEqual([]);
  expect(linesOf(verdicts)).toEqual(
    askedIn(corsHarness).flatMap(({ path, own, modes }) => [
      `conforms: ${path} from ${app}, ${own}`,
      `conforms: ${path} from ${app}, ${own}`,
      ...strangers.flatMap((origin) => modes.map((mode) => `conforms: ${path} from ${origin}, ${mode}`)),
    ]),
  );
});

test('an element whose page is refused is told by its diagnosis, and one that anybody gets as well', async ({
  cors,
  corsHarness,
}) => {
  const refused = await judged(cors, corsHarness, () => false);
  expect(linesOf(refused).filter((line) => !line.startsWith('conforms'))).toEqual(
    askedIn(corsHarness).map(({ path, own }) => `violates origin-missing: ${path} from ${app}, ${own}`),
  );
  const echoed = await judged(cors, corsHarness, () => true);
  expect(linesOf(echoed).filter((line) => !line.startsWith('conforms'))).toEqual(
    askedIn(corsHarness).flatMap(({ path, modes }) =>
      strangers.flatMap((origin) =>
        modes.map(
          (mode) =>
            `violates any-origin${mode === 'include' ? '-with-credentials' : ''}: ${path} from ${origin}, ${mode}`,
        ),
      ),
    ),
  );
});

test('an answer that is not what the element asks for is no verdict, and says what came', async ({
  cors,
  corsHarness,
}) => {
  const verdicts = await judged(cors, corsHarness, (origin) => origin === app, 404);
  expect(
    verdicts
      .filter(({ check, detail }) => check === 'readable' && detail !== '')
      .map(({ status, diagnosis, seen }) => [status, diagnosis, seen.replace(/^.* GET \S+: /, '')]),
  ).toEqual(
    askedIn(corsHarness).map(({ asker }) => [
      'inconclusive',
      'connection-blocked',
      `the response (status 404, Content-Type: text/html) is not what ${asker} takes.`,
    ]),
  );
});
