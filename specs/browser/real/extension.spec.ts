import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Worker } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { engines } from '../../../fixtures/engines.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { standardEngine } from '../../support/standard-page.ts';

test.skip(engineChoice.suite !== 'all', 'A browser with an extension starts in the whole suite.');

const ofApi = 'http://127.0.0.1/*';
const elsewhere = 'http://localhost/*';

interface Extension {
  readonly folder: string;
  readonly origin: string;
}

/** Writes an extension with a key of its own, from which its id follows: the hash's first half, its digits as letters from a. */
function writeExtension(hostPermissions: readonly string[], scriptHosts: readonly string[]): Extension {
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-extension-'));
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'A page that asks',
      version: '1',
      key: key.toString('base64'),
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches: scriptHosts, js: ['content.js'] }],
      host_permissions: hostPermissions,
    }),
    'page.html': '<!doctype html><title>An extension</title>',
    'worker.js': '',
    // It runs beside the page's own script, and shares nothing with it but the document.
    'content.js': `document.addEventListener('ask', ({ detail }) => {
      const [url, init] = JSON.parse(detail);
      const tell = (came) => { document.documentElement.dataset.came = came; };
      fetch(url, init).then(({ status }) => tell(String(status)), () => tell('network error'));
    });`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, origin: `chrome-extension://${id}` };
}

/** An API that lets one origin in on one of its two routes, and the requests that reached it. */
class Api {
  readonly #server: Server;
  readonly origin: string;
  letIn = '';
  seen: string[] = [];

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async start(): Promise<Api> {
    const server = createServer(({ method, url, headers }, response) => {
      if (url === '/page') return void response.setHeader('Content-Type', 'text/html').end('<!doctype html>');
      if (url === '/favicon.ico') return void response.end();
      api.seen.push(`${method} ${url} ${headers.origin ?? 'no origin'} ${String(headers['sec-fetch-site'])}`);
      response.setHeader('Vary', 'Origin');
      if (url === '/granted' && headers.origin === api.letIn) {
        response.setHeader('Access-Control-Allow-Origin', api.letIn);
        response.setHeader('Access-Control-Allow-Methods', 'PUT');
      }
      response.end();
    });
    const api = new Api(server, `http://127.0.0.1:${await listenOnLoopback(server)}`);
    return api;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }
}

const asks = [
  ['GET', '/granted'],
  ['PUT', '/granted'],
  ['GET', '/refused'],
] as const;

type Ask = (url: string, method: string) => Promise<string>;

/** Returns what came of each request, and what it made reach the API. */
async function asked(api: Api, ask: Ask): Promise<readonly (readonly string[])[]> {
  const came: string[][] = [];
  for (const [method, path] of asks) {
    api.seen = [];
    came.push([await ask(`${api.origin}${path}`, method), ...api.seen]);
  }
  return came;
}

/** Asks in a page or a worker. */
const fetchIn =
  (place: Pick<Worker, 'evaluate'>): Ask =>
  (url, method) =>
    place.evaluate(
      ([own = '', method = '']) =>
        fetch(own, { method, cache: 'no-store' }).then(
          ({ status }) => String(status),
          () => 'network error',
        ),
      [url, method],
    );

let api: Api;
test.beforeAll(async () => {
  api = await Api.start();
});
test.afterAll(() => api.close());

/** Starts Chromium with the extension, which Playwright's own arguments would switch off. */
async function withExtension(
  { folder }: Extension,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const engine = engines.chromium;
  if (engine === undefined) throw new Error('There is no engine called chromium.');
  const executablePath = findBrowser(engine)?.executablePath;
  const profile = mkdtempSync(join(tmpdir(), 'cors-conformance-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...engine.args, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  try {
    await use(context);
  } finally {
    await context.close();
    for (const own of [profile, folder]) rmSync(own, { recursive: true, force: true, maxRetries: 3 });
  }
}

test('a page and the service worker of an extension ask with its origin, its content script with that of the page', async () => {
  const extension = writeExtension([], [elsewhere]);
  const { origin } = extension;
  api.letIn = origin;
  await withExtension(extension, async (context) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const page = await context.newPage();
    await page.goto(`${origin}/page.html`);
    const byCors = [
      ['200', `GET /granted ${origin} cross-site`],
      ['200', `OPTIONS /granted ${origin} cross-site`, `PUT /granted ${origin} cross-site`],
      ['network error', `GET /refused ${origin} cross-site`],
    ];
    expect([await page.evaluate('self.origin'), await asked(api, fetchIn(page))]).toEqual([origin, byCors]);
    expect(await asked(api, fetchIn(worker))).toEqual(byCors);

    // What the harness says of the same origin, which it asks with over the wire.
    const verdicts = await judgeTarget(
      { openPage: () => standardEngine.harness.openPage([], []) },
      standardEngine,
      {
        target: api.origin,
        trustedOrigins: [origin],
        routes: asks.map(([method, path]) => ({ path, methods: [method], send: true })),
        unknownPath: false,
      },
      { lookalikes: () => false },
    );
    expect(
      verdicts
        .filter(({ check, originRole }) => check === 'readable' && originRole === 'trusted')
        .map(({ method, route, status, withoutBrowser }) => [method, route, status, withoutBrowser]),
    ).toEqual([
      ['GET', '/granted', 'conforms', true],
      ['PUT', '/granted', 'conforms', true],
      ['GET', '/refused', 'violates', true],
    ]);

    const own = api.origin.replace('127.0.0.1', 'localhost');
    const web = await context.newPage();
    await web.goto(`${own}/page`);
    api.seen = [];
    const came = web.waitForFunction(() => document.documentElement.dataset['came']);
    await web.evaluate((url) => {
      document.dispatchEvent(new CustomEvent('ask', { detail: JSON.stringify([url, {}]) }));
    }, `${api.origin}/granted`);
    expect([await (await came).jsonValue(), api.seen]).toEqual([
      'network error',
      [`GET /granted ${own} cross-site`],
    ]);
  });
});

for (const [how, hostPermissions, scriptHosts] of [
  ['host_permissions', [ofApi], [elsewhere]],
  ['the matches of a content script', [], [ofApi]],
] as const) {
  test(`an extension that ${how} give the host to reads what CORS keeps from others`, async () => {
    const extension = writeExtension(hostPermissions, scriptHosts);
    const { origin } = extension;
    api.letIn = origin;
    await withExtension(extension, async (context) => {
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
      const page = await context.newPage();
      await page.goto(`${origin}/page.html`);
      const unasked = [
        ['200', 'GET /granted no origin none'],
        ['200', `PUT /granted ${origin} none`],
        ['200', 'GET /refused no origin none'],
      ];
      expect([await asked(api, fetchIn(page)), await asked(api, fetchIn(worker))]).toEqual([
        unasked,
        unasked,
      ]);
    });
  });
}
