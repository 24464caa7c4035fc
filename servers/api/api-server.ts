import { createServer, type Server } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { CaseAnswer, CaseAnswers, CaseFault, CaseServer } from '../../src/catalogue/case.ts';
import type { CaseAddresses } from '../../src/catalogue/addresses.ts';
import { answerFor, trustsOf } from '../../src/catalogue/answer-for.ts';
import type { LoggedRequest } from '../../src/catalogue/log.ts';
import { containsHeader, getHeader } from '../../src/fetch-standard/header-list.ts';
import { answerBytes, bodyOf, filledFor, type AnswerContext } from './answer-bytes.ts';
import { makeCertificate, type Certificate } from '../certificates.ts';
import { createHttp2Server, type Http2Answer } from './http2-server.ts';
import { serveOnce, type RawAnswer, type RawRequest } from './raw-http.ts';
import { closeServer, listenOnLoopback } from '../loopback.ts';

/** The host name of the TLS servers. Every browser takes `*.localhost` to loopback by itself. */
const secureHost = 'api.example.localhost';

/** Answers that are being served, and what has asked for them so far. */
export interface Play {
  readonly addresses: CaseAddresses;
  /** In order of arrival. */
  readonly log: readonly LoggedRequest[];
  /** Serves `answers` at the same addresses from now on. */
  answerBy(answers: CaseAnswers): void;
}

interface Script {
  readonly answers: CaseAnswers;
  readonly pageOrigin: string;
  readonly addresses: CaseAddresses;
  readonly log: LoggedRequest[];
}

/**
 * Sends the answers of a case verbatim and records what asked for them: on two ports, over https with a trusted
 * and an untrusted certificate, over HTTP/2, and on a port that speaks no TLS, all on loopback.
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
      const { protocol, host, port } = new URL(origin);
      return port === '' ? `${host}:${protocol === 'https:' ? 443 : 80}` : host;
    });
  }

  /** Starts the servers. `scheme` is that of `api`, `other`, `closed` and `unreachable`. */
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
      loopback: plain('loopback'),
      unspecified: plain('unspecified'),
      secure: overTls('secure', trusted),
      untrusted: overTls('untrusted', untrusted),
      http2: createHttp2Server(trusted, (request) => http2AnswerOf(request, scripts)),
    };
    const origins = {
      api: `${scheme}://127.0.0.1:${await listenOnLoopback(servers.api)}`,
      other: `${scheme}://127.0.0.1:${await listenOnLoopback(servers.other)}`,
      apiOverTls: `https://127.0.0.1:${await listenOnLoopback(servers.apiOverTls)}`,
      secure: `https://${secureHost}:${await listenOnLoopback(servers.secure)}`,
      untrusted: `https://${secureHost}:${await listenOnLoopback(servers.untrusted)}`,
      http2: `https://${secureHost}:${await listenOnLoopback(servers.http2)}`,
      closed: `${scheme}://127.0.0.1:${await unusedPort()}`,
      // The broadcast address of loopback: the system refuses to connect to it, and asks no network.
      unreachable: `${scheme}://127.255.255.255:${await unusedPort()}`,
      unknown: 'https://api.invalid',
      loopback: `http://127.0.0.1:${await listenOnLoopback(servers.loopback)}`,
      unspecified: `http://0.0.0.0:${await listenOnLoopback(servers.unspecified)}`,
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
      http2: at('http2'),
      closed: at('closed'),
      unreachable: at('unreachable'),
      unknown: at('unknown'),
      loopback: at('loopback'),
      unspecified: at('unspecified'),
      insecure: at('insecure'),
    };
    const log: LoggedRequest[] = [];
    const answerBy = (current: CaseAnswers): void => {
      this.#scripts.set(name, { answers: current, pageOrigin, addresses, log });
    };
    answerBy(answers);
    return { addresses, log, answerBy };
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map(closeServer));
  }
}

function answerOf(server: CaseServer, request: RawRequest, scripts: Map<string, Script>): RawAnswer {
  const chosen = choose(request, scripts);
  if (chosen === null) return { bytes: 'HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n', then: 'end' };
  const { raw, logged } = answerBytes(chosen.answer, chosen.context);
  chosen.note(server, logged);
  return raw;
}

function http2AnswerOf(request: RawRequest, scripts: Map<string, Script>): Http2Answer | null {
  const chosen = choose(request, scripts);
  if (chosen === null) return { status: 404, headers: [], body: '' };
  const { answer, context, note } = chosen;
  const logged = 'fault' in answer ? null : { status: answer.status, headers: filledFor(answer, context) };
  note('http2', logged);
  return 'fault' in answer || logged === null ? null : { ...logged, body: bodyOf(answer) };
}

interface Chosen {
  readonly answer: CaseAnswer | CaseFault;
  readonly context: AnswerContext;
  /** Writes the request to the case's log. */
  note(server: CaseServer, answered: LoggedRequest['answer']): void;
}

/** Returns what a request is answered; `null` if it belongs to no case. */
function choose(request: RawRequest, scripts: Map<string, Script>): Chosen | null {
  const { method, headers } = request;
  const [, name = '', path = '/'] = /^\/([^/]*)(\/.*)?$/.exec(request.target) ?? [];
  const script = scripts.get(name);
  if (script === undefined) return null;
  const { answers, addresses, pageOrigin, log } = script;
  const answer = answerFor(answers, {
    path,
    isPreflight: method === 'OPTIONS' && containsHeader(headers, 'Access-Control-Request-Method'),
    origin: getHeader(headers, 'Origin'),
    hasCookie: containsHeader(headers, 'Cookie'),
  });
  return {
    answer: answer ?? { status: 404, headers: [] },
    context: { request, addresses, pageOrigin, trusts: trustsOf(answers) },
    note: (server, answered) => log.push({ server, path, method, headers, answer: answered }),
  };
}

/** Resolves to a port of loopback that was free just now. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await closeServer(server);
  return port;
}
