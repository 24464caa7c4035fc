import { createServer, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { RdpConnection } from '../../../src/probe/firefox/rdp-connection.ts';
import { isOfRefusal, RdpConsole } from '../../../src/probe/firefox/rdp-console.ts';
import { PacketReader, writePacket } from '../../../src/probe/firefox/rdp-packets.ts';

/** Starts a debugger server that greets and then answers each packet by `answer`. */
async function withServer<Result>(
  answer: (packet: { to: string; type: string }, socket: Socket) => void,
  use: (port: number) => Promise<Result>,
  greeting: string = writePacket({ from: 'root', applicationType: 'browser' }),
): Promise<Result> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(greeting);
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      for (const json of text.split(/\d+:(?=\{)/).filter((part) => part !== ''))
        answer(JSON.parse(json), socket);
    });
  });
  const port = await listenOnLoopback(server);
  try {
    return await use(port);
  } finally {
    await Promise.all([closeServer(server)]);
  }
}

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

test('packets are taken apart wherever the stream is cut, by bytes and not by characters', () => {
  const stream = Buffer.from(writePacket({ from: 'a', text: '‘é’' }) + writePacket({ from: 'b' }));
  const reader = new PacketReader();
  const packets = [...stream].flatMap((byte) => reader.push(Buffer.from([byte])));
  expect(packets).toEqual([{ from: 'a', text: '‘é’' }, { from: 'b' }]);
});

test('a stream that is not packets is refused at its first bytes', () => {
  expect(() => new PacketReader().push(Buffer.from('HTTP/1.1 400'))).toThrow(
    'The debugger server sent "HTTP/1.1 400" where the length of a packet is due.',
  );
});

test('a server that sends garbage fails the connection', async () => {
  const message = await withServer(
    () => undefined,
    (port) => messageOf(RdpConnection.open(port, 20_000)),
    'garbage:garbage',
  );
  expect(message).toBe(
    'The connection to Firefox\'s debugger server is lost: The debugger server sent "garbage" where the length of a packet is due.',
  );
});

test('a request that nobody answers ends when the server goes away', async () => {
  const message = await withServer(
    (_packet, socket) => socket.destroy(),
    async (port) => {
      const connection = await RdpConnection.open(port, 20_000);
      return messageOf(connection.request('root', 'getProcess'));
    },
  );
  expect(message).toBe(
    "The connection to Firefox's debugger server is lost: The debugger server closed the connection.",
  );
});

test('an error of the server is said in its words', async () => {
  const message = await withServer(
    ({ to }, socket) =>
      socket.write(writePacket({ from: to, error: 'noSuchActor', message: 'No such actor' })),
    async (port) => {
      const connection = await RdpConnection.open(port, 20_000);
      const said = await messageOf(connection.request('nobody', 'getProcess'));
      connection.close();
      return said;
    },
  );
  expect(message).toBe('Firefox answered "getProcess" with noSuchActor: No such actor');
});

/** Resolves to what `use` makes of the browser console of a server that has written `written` to it. */
async function withConsole<Result>(
  written: string,
  use: (console: RdpConsole) => Promise<Result>,
): Promise<Result> {
  const answers: Record<string, (from: string) => string> = {
    getProcess: (from) => writePacket({ from, processDescriptor: { actor: 'process1' } }),
    getTarget: (from) => writePacket({ from, process: { consoleActor: 'console1' } }),
    startListeners: (from) => writePacket({ from, startedListeners: ['PageError'] }) + written,
    substring: (from) => writePacket({ from, substring: 'Cross-Origin…' }),
  };
  return withServer(
    ({ to, type }, socket) => socket.write(answers[type]?.(to) ?? ''),
    async (port) => {
      const console = await RdpConsole.open(port, 20_000);
      return use(console).finally(() => console.close());
    },
  );
}

const pageError = (errorMessage: unknown, category: string, told: object = { error: false }): string =>
  writePacket({ from: 'console1', type: 'pageError', pageError: { errorMessage, category, ...told } });

test('a text that comes in parts keeps its category and its place', async () => {
  const long = { type: 'longString', actor: 'long1', initial: 'Cross', length: 13 };
  const entries = await withConsole(
    pageError(long, 'CORSMissingAllowOrigin2') +
      pageError('uncaught exception: mark 1.', 'content javascript'),
    async (console) => {
      const { number } = await console.reached('mark 1.', 0, 20_000);
      return console.between(0, number);
    },
  );
  expect(entries).toEqual([
    { number: 1, text: 'Cross-Origin…', category: 'CORSMissingAllowOrigin2', isError: false },
  ]);
});

test('a warning that is not of CORS does not say why a request was refused', async () => {
  const entry = await withConsole(
    pageError('The script from “http://api.test/” was loaded even though …', 'MIMEMISMATCH') +
      pageError('The resource from “http://api.test/” was blocked …', 'MIMEMISMATCH', { error: true }),
    (console) => console.reached('http://api.test/', 0, 20_000, isOfRefusal),
  );
  expect(entry).toEqual({
    number: 2,
    text: 'The resource from “http://api.test/” was blocked …',
    category: 'MIMEMISMATCH',
    isError: true,
  });
});
