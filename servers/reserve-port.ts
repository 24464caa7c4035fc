import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { closeServer, listenOnLoopback } from './loopback.ts';

/**
 * Resolves with a port of 127.0.0.1 that the system chose and gives to nobody else meanwhile: only who names it can
 * listen there. For software that has to be told its port before it starts.
 *
 * A connection of the port is left in the state TIME-WAIT, which Linux keeps for 60 s: until then neither port 0 nor
 * an outgoing connection is given the port, while a server that sets SO_REUSEADDR, as all do, can still take it.
 * https://www.rfc-editor.org/rfc/rfc9293#section-3.6.1
 */
export async function reservePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  const accepted = once(server, 'connection');
  const client = connect(port, '127.0.0.1').resume();
  const [socket]: Socket[] = await accepted;
  const closed = once(client, 'close');
  // The end that closes first is the one that waits.
  socket?.end();
  await closed;
  await closeServer(server);
  return port;
}
