import { createServer, type Server } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { CaseAnswers, CaseServer } from '../src/case.ts';
import type { CaseAddresses } from '../src/case/addresses.ts';
import { answerFor, trustsOf } from '../src/case/answer-for.ts';
import type { LoggedRequest } from '../src/case/log.ts';
import { containsHeader, getHeader } from '../src/fetch-standard/header-list.ts';
import { answerBytes } from './api/answer-bytes.ts';
import { makeCertificate, type Certificate } from './api/certificates.ts';
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
 * Sends the answers of a case verbatim and records what asked for them: on two ports, over https with a trusted
 * and an untrusted certificate, and on one that speaks no TLS, all on loopback.
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

  /** `scheme` is that of `api`, `other` and `closed`, which are of one host. */
  static async start(scheme: 'http' | 'https' = 'http'): Promise<ApiServer> {
    const scripts = new Map<string, Script>();
    const [trusted, untrusted] = await Promise.all([
      makeCertificate([secureHost, '127.0.0.1']),
      makeCertificate([secureHost]),
    ]);
    const answer = (server: CaseServer) => (request: RawRequest) => answerOf(server, request, scripts);
    const plain = (server: CaseServer): Server => createServer((socket) => serveOnce(socket, answer(server)));
    const overTls = (server: CaseServer, certificate: Certificate): Server => {
      const secureContext = createSecureContext(certificate);
      return createServer((socket) => {
        const secure = new TLSSocket(socket, { isServer: true, secureContext });
        serveOnce(secure, answer(server), () => void socket.resetAndDestroy());
      });
    };
    const ofScheme = (server: CaseServer): Server =>
      scheme === 'http' ? plain(server) : overTls(server, trusted);
    const servers = {
      api: ofScheme('api'),
      other: ofScheme('other'),
      apiOverTls: plain('apiOverTls'),
      secure: overTls('secure', trusted),
      untrusted: overTls('untrusted', untrusted),
    };
    const origins = {
      api: `${scheme}://127.0.0.1:${await listenOnLoopback(servers.api)}`,
      other: `${scheme}://127.0.0.1:${await listenOnLoopback(servers.other)}`,
      apiOverTls: `https://127.0.0.1:${await listenOnLoopback(servers.apiOverTls)}`,
      secure: `https://${secureHost}:${await listenOnLoopback(servers.secure)}`,
      untrusted: `https://${secureHost}:${await listenOnLoopback(servers.untrusted)}`,
      closed: `${scheme}://127.0.0.1:${await unusedPort()}`,
      insecure: 'http://api.example',
    };
    return new ApiServer(trusted.cert, Object.values(servers), origins, scripts);
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
