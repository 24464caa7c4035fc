import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

/**
 * Asks the SOCKS server at `proxyUrl` for a connection, writes each message once the one before is answered,
 * and resolves with the answers; with `refused with <reply>` where the server refuses, and with nothing more
 * where the connection ends.
 */
export async function exchangeThrough(
  proxyUrl: string,
  host: string,
  port: number,
  messages: readonly string[],
  tls: 'tls' | 'plain' = 'plain',
): Promise<string[]> {
  const socket = connect(Number(new URL(proxyUrl).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  try {
    socket.write(Buffer.from([5, 1, 0]));
    await chunk(socket);
    const name = Buffer.from(host);
    socket.write(Buffer.from([5, 1, 0, 3, name.length, ...name, port >> 8, port & 255]));
    const reply = (await chunk(socket))?.[1] ?? -1;
    if (reply !== 0) return [`refused with ${reply}`];
    const stream = tls === 'tls' ? connectTls({ socket, rejectUnauthorized: false }) : socket;
    stream.on('error', () => stream.destroy());
    const answers: string[] = [];
    for (const message of messages) {
      stream.write(message);
      const answer = await chunk(stream);
      if (answer === null) break;
      answers.push(answer.toString());
    }
    return answers;
  } finally {
    socket.destroy();
  }
}

/** Resolves to what comes next; null if the connection ends. */
function chunk(stream: Duplex | Socket): Promise<Buffer | null> {
  return new Promise((resolve) => {
    stream.once('data', resolve);
    stream.once('close', () => resolve(null));
  });
}
