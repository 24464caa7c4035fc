import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { CaseAnswers, CaseServer } from '../src/case.ts';
import type { CaseAddresses } from '../src/case/addresses.ts';
import { answerFor, trustsOf } from '../src/case/answer-for.ts';
import type { LoggedRequest } from '../src/case/log.ts';
import { containsHeader, getHeader } from '../src/fetch-standard/header-list.ts';
import { answerBytes } from './api/answer-bytes.ts';
import { makeCertificate } from './api/certificates.ts';
import { serveOnce, type RawAnswer, type RawRequest } from './api/raw-http.ts';
import { closeServer, listenOnLoopback } from './loopback.ts';

/** The host name of the two TLS servers. Every browser takes `*.localhost` to loopback by itself. */
const secureHost = 'api.example.localhost';

/** Answers that are being served, and what has asked for them so far. */
export interface Play {
  readonly addresses: CaseAddresses;
  /** In order of arrival. */
  readonly log: readonly LoggedRequest[];
}

interface Script {
  readonly answers: CaseAnswers;
  readonly pageOrigin: string;
  readonly addresses: CaseAddresses;
  readonly log: LoggedRequest[];
}

/**
 * Sends the answers of a case verbatim and records what asked for them: over http on two ports and over https
 * with a trusted and an untrusted certificate, all on loopback.
 */
export class ApiServer {
  /** The certificate (PEM) that a browser has to trust. */
  readonly certificate: string;
  /** `host:port` of every server. */
  readonly authorities: readonly string[];
  readonly #servers: readonly Server[];
  readonly #origins: CaseAddresses;
  readonly #scripts: Map<string, Script>;

  private constructor(
    certificate: string,
    servers: readonly Server[],
    origins: CaseAddresses,
    scripts: Map<string, Script>,
  ) {
    this.certificate = certificate;
    this.#servers = servers;
    this.#origins = origins;
    this.#scripts = scripts;
    this.authorities = Object.values(origins).map((origin) => {
      const { host, port } = new URL(origin);
      return port === '' ? `${host}:80` : host;
    });
  }

  static async start(): Promise<ApiServer> {
    const scripts = new Map<string, Script>();
    const [trusted, untrusted] = await Promise.all([
      makeCertificate([secureHost]),
      makeCertificate([secureHost]),
    ]);
    const serve = (server: CaseServer) => (socket: Socket) =>
      serveOnce(socket, (request) => answerOf(server, request, scripts));
    const api = createServer(serve('api'));
    const other = createServer(serve('other'));
    const secure = createTlsServer({ key: trusted.key, cert: trusted.cert }, serve('secure'));
    const wrong = createTlsServer({ key: untrusted.key, cert: untrusted.cert }, serve('untrusted'));
    // A browser that does not trust the certificate hangs up in the middle of the handshake.
    wrong.on('tlsClientError', () => undefined);
    secure.on('tlsClientError', () => undefined);
    const apiPort = await listenOnLoopback(api);
    const origins = {
      api: `http://127.0.0.1:${apiPort}`,
      apiOverTls: `https://127.0.0.1:${apiPort}`,
      other: `http://127.0.0.1:${await listenOnLoopback(other)}`,
      secure: `https://${secureHost}:${await listenOnLoopback(secure)}`,
      untrusted: `https://${secureHost}:${await listenOnLoopback(wrong)}`,
      closed: `http://127.0.0.1:${await unusedPort()}`,
      insecure: 'http://api.example',
    };
    return new ApiServer(trusted.cert, [api, other, secure, wrong], origins, scripts);
  }

  /** Serves `answers` below addresses of their own, until `close`. */
  play(answers: CaseAnswers, pageOrigin: string): Play {
    const name = String(this.#scripts.size + 1);
    const at = (server: CaseServer): string => `${this.#origins[server]}/${name}`;
    const addresses = {
      api: at('api'),
      other: at('other'),
      secure: at('secure'),
      untrusted: at('untrusted'),
      apiOverTls: at('apiOverTls'),
      closed: at('closed'),
      insecure: at('insecure'),
    };
    const log: LoggedRequest[] = [];
    this.#scripts.set(name, { answers, pageOrigin, addresses, log });
    return { addresses, log };
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map(closeServer));
  }
}

function answerOf(server: CaseServer, request: RawRequest, scripts: Map<string, Script>): RawAnswer {
  const [, name = '', path = '/'] = /^\/([^/]*)(\/.*)?$/.exec(request.target) ?? [];
  const script = scripts.get(name);
  if (script === undefined)
    return { bytes: 'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n', then: 'end' };
  const { answers, addresses, pageOrigin } = script;
  const chosen = answerFor(answers, {
    path,
    isPreflight:
      request.method === 'OPTIONS' && containsHeader(request.headers, 'Access-Control-Request-Method'),
    origin: getHeader(request.headers, 'Origin'),
    hasCookie: containsHeader(request.headers, 'Cookie'),
  });
  const answer = chosen ?? { status: 404, headers: [] };
  const trusts = trustsOf(answers);
  const { raw, logged } = answerBytes(answer, { request, addresses, pageOrigin, trusts });
  script.log.push({ server, path, method: request.method, headers: request.headers, answer: logged });
  return raw;
}

/** A port of loopback that was free just now. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await closeServer(server);
  return port;
}
