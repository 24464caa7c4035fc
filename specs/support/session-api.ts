import { createServer, type Server } from 'node:https';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { EngineId, Verdict } from '../../src/model.ts';
import { makeCertificate } from '../../servers/certificates.ts';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';
import { startEngine, type StartedEngine } from '../../fixtures/stage/start-engine.ts';
import type { PolicyInput } from '../../src/policy/policy.ts';
import { judgeTarget, type Judging } from './judge-target.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type OnUpgrade = (request: IncomingMessage, socket: Duplex) => void;

/** An API over https at a host name of its own, and a browser that trusts it. */
export interface SessionApi {
  readonly origin: string;
  readonly engine: StartedEngine;
  /** Answers by `answer`, handshakes by `onUpgrade`, and judges it by `policy`. */
  judge(
    policy: Omit<PolicyInput, 'target'>,
    answer: Answer,
    judging?: Judging,
    onUpgrade?: OnUpgrade,
  ): Promise<Verdict[]>;
  close(): Promise<void>;
}

const host = 'api.example.localhost';

/** A page of the API's own site, and one of another. */
export const sameSite = 'https://app.example.localhost';
export const crossSite = 'https://app.other.example';

/** Starts the browser and the API. */
export async function startSessionApi(id: EngineId): Promise<SessionApi> {
  const certificate = await makeCertificate([host]);
  let answer: Answer = (_, response) => response.end();
  const server: Server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) =>
    answer(request, response),
  );
  let onUpgrade: OnUpgrade = (_, socket) => socket.destroy();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => onUpgrade(request, socket));
  const port = await listenOnLoopback(server);
  const origin = `https://${host}:${port}`;
  const engine = await startEngine(id, [certificate.cert]);
  return {
    origin,
    engine,
    judge: (
      policy,
      own,
      judging = { lookalikes: () => false },
      ownUpgrade = (_, socket) => socket.destroy(),
    ) => {
      answer = own;
      onUpgrade = ownUpgrade;
      return judgeTarget(
        {
          openPage: (authorities, secrets = [], options) =>
            engine.harness.openPage(authorities, secrets, options),
        },
        engine,
        { unknownPath: false, ...policy, target: origin },
        judging,
      );
    },
    close: async () => {
      await engine.close();
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

/** Answers by the CORS protocol for the two trusted pages; `next` does the rest unless it was a CORS-preflight request. */
export function withCors(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const { origin } = request.headers;
  response.setHeader('Vary', 'Origin');
  response.setHeader('Cache-Control', 'no-store');
  if (origin === sameSite || origin === crossSite) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  if (request.method !== 'OPTIONS') return next();
  if (origin === sameSite || origin === crossSite) {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', 'content-type, x-csrf-token, authorization');
  }
  response.statusCode = 204;
  response.end();
}

/** Asks the application as a server of TLS in front of it does. */
export function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url: path, headers } = request;
  const outgoing = httpRequest(
    { host: '127.0.0.1', port, method, path, headers: { ...headers, 'x-forwarded-proto': 'https' } },
    (incoming) => {
      response.statusCode = incoming.statusCode ?? 502;
      for (const [name, value] of Object.entries(incoming.headers)) {
        if (value !== undefined && name !== 'vary') response.setHeader(name, value);
      }
      incoming.pipe(response);
    },
  );
  outgoing.on('error', () => response.destroy());
  request.pipe(outgoing);
}

/** Passes a handshake on as it came, and all that follows. */
export function passOnUpgrade(request: IncomingMessage, socket: Duplex, port: number): void {
  const onward = connect(port, '127.0.0.1');
  const lines = request.rawHeaders.flatMap((name, index, all) =>
    index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
  );
  onward.write([`${request.method} ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('error', () => onward.destroy()).on('close', () => onward.destroy());
  socket.pipe(onward).pipe(socket);
}
