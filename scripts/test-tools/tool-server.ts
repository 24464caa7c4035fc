import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';
import type { HeaderList } from '../../src/model.ts';
import { toolRequests } from './requests.ts';

/** The API that every tool asks: the path says which request it is. */
export interface ToolServer {
  readonly origin: string;
  /** Returns the methods that were asked for by path since the last call. */
  takeSeen(): ReadonlyMap<string, readonly string[]>;
  close(): Promise<void>;
}

/** Starts it on loopback. */
export async function startToolServer(): Promise<ToolServer> {
  let seen = new Map<string, string[]>();
  const server = createServer(({ method = '', url = '', headers: { origin = '*' } }, response) => {
    const id = url.slice(1);
    seen.set(id, [...(seen.get(id) ?? []), method]);
    const request = toolRequests.find((one) => one.id === id);
    const send = (status: number, headers: HeaderList): void => {
      for (const [name, value] of headers) response.setHeader(name, value.replace('{origin}', origin));
      response.writeHead(status);
      response.end('ok');
    };
    if (request === undefined) send(404, []);
    else if (method === 'OPTIONS') send(request.preflight === null ? 404 : 200, request.preflight ?? []);
    else send(request.status, request.answer);
  });
  const port = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    takeSeen: () => {
      const taken = seen;
      seen = new Map();
      return taken;
    },
    close: () => closeServer(server),
  };
}
