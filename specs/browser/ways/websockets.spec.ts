import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { expect, test, type Cors } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import type { Verdict } from '../../../src/model.ts';
import type { RunningEngine } from '../../../src/run/run-target.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const app = 'https://app.example.com';
const admin = 'https://admin.example.com';
const lookalike = 'https://untrustedexample.com';

/** Answers a handshake; what is written after 101 are frames. */
type OnUpgrade = (request: IncomingMessage, socket: Duplex) => void;

const accept = ({ headers }: IncomingMessage, socket: Duplex, ...lines: readonly string[]): void => {
  const key = headers['sec-websocket-key'] ?? '';
  const value = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', ...lines];
  socket.write(`${head.join('\r\n')}\r\nSec-WebSocket-Accept: ${value}\r\n\r\n`);
};
const refuse = (socket: Duplex, status: string): void =>
  void socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);

/** Closes the socket with code 1008, and ends the connection once the page has answered, as servers do. */
const close = (socket: Duplex): void => {
  socket.once('data', () => socket.end());
  socket.write(Buffer.from([0x88, 0x02, 0x03, 0xf0]));
};

/** Judges a server of WebSockets; resolves with the verdicts, and what the pages sent after the handshake. */
async function judged(
  cors: Pick<Cors, 'openPage'>,
  engine: RunningEngine,
  onUpgrade: OnUpgrade,
  policy: Partial<PolicyInput> = {},
): Promise<{ readonly verdicts: readonly Verdict[]; readonly opcodes: readonly number[] }> {
  const opcodes: number[] = [];
  const server = createServer((_, response) => response.writeHead(426).end());
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', ([first = 0]: Buffer) => opcodes.push(first & 0x0f));
    onUpgrade(request, socket);
  });
  const target = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const verdicts = await judgeTarget(
      cors,
      engine,
      { trustedOrigins: [app], routes: [{ path: '/socket', kind: 'websocket' }], ...policy, target },
      { lookalikes: (origin) => origin === lookalike },
    );
    return { verdicts, opcodes };
  } finally {
    for (const socket of sockets) socket.destroy();
    await closeServer(server);
  }
}

const linesOf = (verdicts: readonly Verdict[]): string[] =>
  verdicts.map(
    ({ check, status, diagnosis, severity, origin }) =>
      `${check} from ${origin}: ${[status, diagnosis, severity].filter((part) => part !== null).join(' ')}`,
  );

test('a server that compares Origin opens to the trusted page alone, and is sent nothing but the end', async ({
  cors,
  corsHarness,
}) => {
  const { verdicts, opcodes } = await judged(cors, corsHarness, (request, socket) =>
    request.headers.origin === app ? accept(request, socket) : refuse(socket, '403 Forbidden'),
  );
  expect(linesOf(verdicts)).toEqual([
    `readable from ${app}: conforms`,
    'unreadable from https://untrusted.test: conforms',
    'unreadable from null: conforms',
    `unreadable from ${lookalike}: conforms`,
  ]);
  expect(verdicts.map(({ seen }) => seen).slice(0, 2)).toEqual([
    'The page opens the WebSocket.',
    'The page does not open the WebSocket: the server answered the handshake with status 403.',
  ]);
  expect([...new Set(opcodes)]).toEqual([8]);
});

test('a server that compares nothing opens to everybody', inWholeSuite, async ({ cors, corsHarness }) => {
  const { verdicts } = await judged(cors, corsHarness, (request, socket) => accept(request, socket));
  expect(linesOf(verdicts)).toEqual([
    `readable from ${app}: conforms`,
    'unreadable from https://untrusted.test: violates websocket-origin-unchecked high',
    'unreadable from null: violates websocket-origin-unchecked high',
    `unreadable from ${lookalike}: violates websocket-origin-unchecked high`,
  ]);
});

test('a server that compares the end of Origin opens to a look-alike, and is told how to compare', async ({
  cors,
  corsHarness,
}) => {
  const { verdicts } = await judged(cors, corsHarness, (request, socket) =>
    request.headers.origin?.endsWith('example.com') === true
      ? accept(request, socket)
      : refuse(socket, '403 Forbidden'),
  );
  expect(linesOf(verdicts)).toEqual([
    `readable from ${app}: conforms`,
    'unreadable from https://untrusted.test: conforms',
    'unreadable from null: conforms',
    `unreadable from ${lookalike}: violates websocket-origin-unchecked high`,
  ]);
  expect(verdicts.at(-1)?.remedy.slice(0, 31)).toBe('Compare the whole Origin value.');
});

test(
  'a socket that the server closes at once is not open, unless it has sent something',
  inWholeSuite,
  async ({ cors, corsHarness }) => {
    const text = Buffer.from([0x81, 0x02, 0x68, 0x69]);
    const closes = await judged(cors, corsHarness, (request, socket) => {
      accept(request, socket);
      if (request.headers.origin !== app) close(socket);
    });
    expect(linesOf(closes.verdicts)).toEqual([
      `readable from ${app}: conforms`,
      'unreadable from https://untrusted.test: conforms',
      'unreadable from null: conforms',
      `unreadable from ${lookalike}: conforms`,
    ]);
    expect(closes.verdicts[1]?.seen).toBe(
      'The page does not open the WebSocket: the server opened it and closed it at once (WebSocket closed 1008).',
    );
    const tells = await judged(cors, corsHarness, (request, socket) => {
      accept(request, socket);
      socket.write(text);
      if (request.headers.origin !== app) close(socket);
    });
    expect(linesOf(tells.verdicts).slice(1)).toEqual([
      'unreadable from https://untrusted.test: violates websocket-origin-unchecked high',
      'unreadable from null: violates websocket-origin-unchecked high',
      `unreadable from ${lookalike}: violates websocket-origin-unchecked high`,
    ]);
  },
);

test('a trusted page that is refused is a violation where its origin is what decides, and else no verdict', async ({
  cors,
  corsHarness,
}) => {
  const trustedOrigins = [app, admin];
  const one = await judged(
    cors,
    corsHarness,
    (request, socket) =>
      request.headers.origin === app ? accept(request, socket) : refuse(socket, '401 Unauthorized'),
    { trustedOrigins },
  );
  expect(linesOf(one.verdicts).slice(0, 3)).toEqual([
    `readable from ${app}: conforms`,
    `readable from ${admin}: violates websocket-handshake-refused high`,
    'unreadable from https://untrusted.test: conforms',
  ]);
  const forbidden = await judged(cors, corsHarness, (_, socket) => refuse(socket, '403 Forbidden'));
  expect(linesOf(forbidden.verdicts).slice(0, 2)).toEqual([
    `readable from ${app}: violates websocket-handshake-refused high`,
    'unreadable from https://untrusted.test: inapplicable',
  ]);
  // A session may be missing, or the path be wrong.
  const signedOut = await judged(cors, corsHarness, (_, socket) => refuse(socket, '401 Unauthorized'));
  expect(linesOf(signedOut.verdicts).slice(0, 2)).toEqual([
    `readable from ${app}: inconclusive websocket-handshake-refused high`,
    'unreadable from https://untrusted.test: inapplicable',
  ]);
});

test(
  'a connection that breaks, and a server that is busy, are no refusals',
  inWholeSuite,
  async ({ cors, corsHarness }) => {
    const broken = await judged(cors, corsHarness, (request, socket) =>
      request.headers.origin === app ? accept(request, socket) : socket.destroy(),
    );
    expect(broken.verdicts.map(({ status }) => status)).toEqual([
      'conforms',
      'inconclusive',
      'inconclusive',
      'inconclusive',
    ]);
    const busy = await judged(cors, corsHarness, (request, socket) =>
      request.headers.origin === app ? accept(request, socket) : refuse(socket, '503 Service Unavailable'),
    );
    expect(busy.verdicts.map(({ status }) => status)).toEqual([
      'conforms',
      'inconclusive',
      'inconclusive',
      'inconclusive',
    ]);
  },
);

test('a subprotocol that the policy names is asked for', async ({ cors, corsHarness }) => {
  const { verdicts } = await judged(
    cors,
    corsHarness,
    (request, socket) => {
      const isAsked = request.headers['sec-websocket-protocol'] === 'chat.v2, chat.v1';
      if (request.headers.origin !== app || !isAsked) refuse(socket, '403 Forbidden');
      else accept(request, socket, 'Sec-WebSocket-Protocol: chat.v1');
    },
    { routes: [{ path: '/socket', kind: 'websocket', protocols: ['chat.v2', 'chat.v1'] }] },
  );
  expect(linesOf(verdicts)[0]).toBe(`readable from ${app}: conforms`);
});
