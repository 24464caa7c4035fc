import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../loopback.ts';
import { handlersMark, intent } from './intent.ts';

/** An API that knows nothing of CORS, for what stands in front of one. */
export interface Backend {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts it on loopback, on a port that the system chooses. It hangs up on `/boom`. */
export async function startBackend(): Promise<Backend> {
  const server = createServer(({ method = 'GET', url }, response) => {
    const send = (status: number, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(status === 200 && method !== 'HEAD' ? JSON.stringify([handlersMark]) : undefined);
    };
    const isRead = method === 'GET' || method === 'HEAD';
    if (url === '/items') {
      if (isRead) send(200, { [intent.exposedHeader]: '5' });
      else if (method === 'PUT' || method === 'DELETE') send(200);
      else send(405, { Allow: 'GET, HEAD, PUT, DELETE' });
    } else if (url === '/vary' && isRead) send(200, { Vary: 'Accept-Language' });
    else if (url === '/moved' && isRead) send(302, { Location: '/items' });
    else if (url === '/boom') response.destroy();
    else send(404);
  });
  const port = await listenOnLoopback(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}
