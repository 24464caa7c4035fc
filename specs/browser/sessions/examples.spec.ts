import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer, type Server as TlsServer } from 'node:https';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { startEngine, type StartedEngine } from '../../../fixtures/stage/start-engine.ts';
import { exampleOf } from '../../../fixtures/session-cookies.ts';
import { makeCertificate } from '../../../servers/certificates.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { sessionFaults, type SessionFaultId } from '../../../src/diagnoses/sessions.ts';
import type { EngineId } from '../../../src/model.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';
import { signedIn } from '../../support/signed-in.ts';

const host = 'api.example.localhost';
const secret = 's3cret-value';

/** Returns an example of example.com as one of a name on this machine, whose public suffix is localhost. */
const here = (text: string): string =>
  text
    .replaceAll('example.com', 'example.localhost')
    .replace('Domain=com', 'Domain=localhost')
    .replace('sid=1', `sid=${secret}`);

/** Returns the page here. WebKitGTK takes each name below localhost for a site of its own, so there it has the API's. */
const pageOf = (engine: EngineId, page: string): string =>
  engine === 'webkit' ? here(page).replace('app.example.localhost', `${host}:8443`) : here(page);

class Api {
  readonly #servers: readonly (Server | TlsServer)[];
  readonly origins: readonly [https: string, http: string];
  line = '';

  private constructor(servers: readonly (Server | TlsServer)[], origins: readonly [string, string]) {
    this.#servers = servers;
    this.origins = origins;
  }

  static async start(key: string, cert: string): Promise<Api> {
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      if (request.url === '/auth/login') response.setHeader('Set-Cookie', api.line);
      response.end('{}');
    };
    const https = createServer({ key, cert }, answer);
    const http = createHttpServer(answer);
    const ports = [await listenOnLoopback(https), await listenOnLoopback(http)];
    const api = new Api([https, http], [`https://${host}:${ports[0]}`, `http://${host}:${ports[1]}`]);
    return api;
  }

  async close(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await closeServer(server);
    }
  }
}

const diagnoses = Object.keys(sessionFaults).filter((id): id is SessionFaultId =>
  Object.hasOwn(sessionFaults, id),
);

// After a change Chromium alone signs in.
const engines = (['chromium', 'firefox', 'webkit'] as const).filter((id) =>
  engineChoice.suite === 'all' ? engineChoice.harness.includes(id) : id === 'chromium',
);

for (const id of engines) {
  test.describe(id, () => {
    let api: Api;
    let engine: StartedEngine;
    let page: ProbePage;
    test.beforeAll(async () => {
      const certificate = await makeCertificate([host]);
      api = await Api.start(certificate.key, certificate.cert);
      engine = await startEngine(id, [certificate.cert]);
      page = await engine.harness.openPage(
        api.origins.map((origin) => new URL(origin).host),
        [],
        { session: 'user' },
      );
    });
    test.afterAll(async () => {
      await page.close();
      await engine.close();
      await api.close();
    });
    for (const diagnosis of diagnoses) {
      test(`${diagnosis} is seen in ${id}, and its correction brings the cookie`, async () => {
        const sight = engine.definition.sessionCookies[diagnosis];
        test.skip(sight.unplayed !== undefined, sight.unplayed);
        const { page: origin, wrong, corrected, api: asked } = exampleOf(diagnosis);
        const target = api.origins[asked?.startsWith('http:') === true ? 1 : 0];
        const come = (line: string, times?: number) => {
          api.line = here(line);
          return signedIn(engine, page, pageOf(id, origin), target, times);
        };
        expect([await come(wrong), (await come(corrected, 2)).came]).toEqual([
          {
            came: sight.comesTo === undefined ? diagnosis : sight.comesTo,
            console: sight.console ?? [],
            reasons: sight.reasons ?? [],
          },
          sight.corrected ?? null,
        ]);
      });
    }
  });
}
